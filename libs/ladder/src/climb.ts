import { DAY } from '@fanfare/kernel';

/** An idea on the ladder, as the rules look at it. */
export interface Climber {
  readonly status: 'OPEN' | 'UNDER_REVIEW';
  /** The highest rung reached, 0 for none. */
  readonly rung: number;
  /** Until when the next one can be reached; null where no clock runs, as in `UNDER_REVIEW`. */
  readonly deadline: Date | null;
  /** The days it was promised for the next rung; null where nobody promised any. */
  readonly clockDays: number | null;
  /** Whether the ladder sent it to review before. It does so once: what staff reopen stays open. */
  readonly wasSentToReview: boolean;
}

/** A rung above the idea. */
export interface RungAhead {
  readonly position: number;
  readonly support: number;
  readonly days: number;
  /** The moment of the vote that made its support; null while that is missing. */
  readonly reachedAt: Date | null;
}

export interface Granted {
  readonly position: number;
  readonly support: number;
  readonly reachedAt: Date;
  /** What reaching it adds to the clock: the days of the rung after it, 0 at the top. */
  readonly addsDays: number;
}

/**
 * What becomes of an idea: it stays, completed the ladder and goes to review, missed its deadline, or (`STANDS_STILL`) has
 * no rung left to reach, so that its clock stops.
 */
export type Outcome = 'STAYS' | 'COMPLETED' | 'EXPIRED' | 'STANDS_STILL';

export interface Climb {
  readonly grants: readonly Granted[];
  /** Added to a running clock because its rung takes longer than it was promised. */
  readonly longerByDays: number;
  /** The promise for the rung that is next from now on. */
  readonly clockDays: number | null;
  /** With everything added; null where no clock runs. */
  readonly deadline: Date | null;
  readonly outcome: Outcome;
}

/**
 * Where an idea stands on the ladder at a moment: the one place that knows the rules. A rung counts when the vote that made
 * it came before the deadline, however late anybody looks; reaching it adds the next one's days, which may make a later
 * vote count too.
 *
 * @param ahead the rungs above the idea's, from the lowest
 */
export function climb(idea: Climber, ahead: readonly RungAhead[], now: Date): Climb {
  const longerByDays = promisedMore(idea, ahead[0], now);
  const grants: Granted[] = [];
  let deadline = later(idea.deadline, longerByDays);
  let clockDays = longerByDays > 0 ? ahead[0]!.days : idea.clockDays;
  for (const [at, rung] of ahead.entries()) {
    const { position, support, reachedAt } = rung;
    if (reachedAt === null || (deadline !== null && reachedAt >= deadline)) break;
    const addsDays = ahead[at + 1]?.days ?? 0;
    grants.push({ position, support, reachedAt, addsDays });
    deadline = later(deadline, addsDays);
    if (addsDays > 0) clockDays = addsDays;
  }
  return { grants, longerByDays, clockDays, deadline, outcome: outcomeOf(idea, deadline, { left: ahead.length - grants.length, grants }, now) };
}

/** A rung that takes longer now is good news for whoever is on the way to it; a shorter one never is. */
function promisedMore({ deadline, clockDays }: Climber, next: RungAhead | undefined, now: Date): number {
  if (!next || clockDays === null || deadline === null || deadline <= now) return 0;
  return Math.max(0, next.days - clockDays);
}

function outcomeOf(idea: Climber, deadline: Date | null, way: { left: number; grants: readonly Granted[] }, now: Date): Outcome {
  if (idea.status !== 'OPEN') return 'STAYS';
  const hasClimbed = idea.rung + way.grants.length > 0;
  if (way.left === 0 && hasClimbed) {
    if (way.grants.length > 0 || !idea.wasSentToReview) return 'COMPLETED';
    return deadline === null ? 'STAYS' : 'STANDS_STILL';
  }
  return deadline !== null && deadline <= now ? 'EXPIRED' : 'STAYS';
}

function later(deadline: Date | null, days: number): Date | null {
  return deadline && new Date(deadline.getTime() + days * DAY);
}
