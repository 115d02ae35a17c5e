import type { RungFacts } from '~/kit/support-share';

export interface Step {
  readonly position: number;
  readonly support: number;
  /** What the step before it adds to the time there is. */
  readonly days: number;
  readonly state: 'reached' | 'next' | 'ahead';
  /** When it was reached, or until when it can be; null when that is not known or no clock runs. */
  readonly at: string | null;
}

interface Way {
  readonly rungs: readonly RungFacts[];
  /** Position of the highest rung reached. */
  readonly reached: number;
  readonly grants: readonly { readonly position: number; readonly support: number; readonly reachedAt: string }[];
  readonly deadline: string | null;
}

/** The ladder step by step. A step that was reached says what it asked then, whatever the ladder asks now. */
export function stepsOf({ rungs, reached, grants, deadline }: Way): Step[] {
  return rungs.map(({ position, support, days }) => {
    const grant = grants.find((one) => one.position === position);
    if (position <= reached) return { position, support: grant?.support ?? support, days, state: 'reached', at: grant?.reachedAt ?? null };
    const isNext = position === reached + 1;
    return { position, support, days, state: isNext ? 'next' : 'ahead', at: isNext ? deadline : null };
  });
}
