import type { Rung } from '@fanfare/communities';
import { climb, type Climb, type Climber } from './climb.js';

/** An idea of today, as a preview looks at it. */
export interface PreviewedIdea extends Climber {
  readonly id: string;
  readonly verified: number;
}

export interface PreviewExample {
  readonly ideaId: string;
  readonly rungBefore: number;
  readonly rungAfter: number;
  readonly deadlineBefore: Date | null;
  readonly deadlineAfter: Date | null;
  readonly completes: boolean;
}

export interface Preview {
  readonly ideas: number;
  readonly changedIdeas: number;
  readonly reachedNow: number;
  readonly completedNow: number;
  readonly laterDeadlines: number;
  readonly keptDeadlines: number;
  readonly keptRungs: number;
  readonly examples: readonly PreviewExample[];
}

const MOST_EXAMPLES = 5;

interface Looked {
  readonly idea: PreviewedIdea;
  readonly step: Climb;
}

/** What a ladder would do to ideas, by the very rules that will do it. */
export function previewOf(ideas: readonly PreviewedIdea[], ladder: readonly Rung[], now: Date): Preview {
  const looked = ideas.map((idea) => ({ idea, step: stepOf(idea, ladder, now) }));
  const changed = looked.filter(isChanged);
  const count = (fits: (one: Looked) => boolean, among = changed) => among.filter(fits).length;
  return {
    ideas: ideas.length,
    changedIdeas: changed.length,
    reachedNow: count(({ step }) => step.grants.length > 0),
    completedNow: count(({ step }) => step.outcome === 'COMPLETED'),
    laterDeadlines: count(movesDeadline),
    keptDeadlines: count(({ idea }) => keepsDeadline(idea, ladder), looked),
    keptRungs: count(({ idea }) => keepsRung(idea, ladder), looked),
    examples: changed.sort((a, b) => b.idea.verified - a.idea.verified).slice(0, MOST_EXAMPLES).map(exampleOf),
  };
}

/** Every vote there is came before now. */
function stepOf(idea: PreviewedIdea, ladder: readonly Rung[], now: Date): Climb {
  const reachedAt = new Date(now.getTime() - 1);
  const ahead = ladder.filter(({ position }) => position > idea.rung);
  return climb(idea, ahead.map((rung) => ({ ...rung, reachedAt: idea.verified >= rung.support ? reachedAt : null })), now);
}

function isChanged({ step }: Looked): boolean {
  return step.grants.length > 0 || step.longerByDays > 0 || step.outcome === 'COMPLETED';
}

function movesDeadline({ idea, step }: Looked): boolean {
  return step.outcome !== 'COMPLETED' && idea.deadline !== null && step.deadline!.getTime() > idea.deadline.getTime();
}

function keepsDeadline({ rung, deadline, clockDays }: PreviewedIdea, ladder: readonly Rung[]): boolean {
  const next = ladder.find(({ position }) => position === rung + 1);
  return deadline !== null && clockDays !== null && next !== undefined && next.days < clockDays;
}

function keepsRung({ rung, verified }: PreviewedIdea, ladder: readonly Rung[]): boolean {
  const reached = ladder.find(({ position }) => position === rung);
  return reached !== undefined && verified < reached.support;
}

function exampleOf({ idea, step }: Looked): PreviewExample {
  const completes = step.outcome === 'COMPLETED';
  return {
    ideaId: idea.id,
    rungBefore: idea.rung,
    rungAfter: step.grants.at(-1)?.position ?? idea.rung,
    deadlineBefore: idea.deadline,
    deadlineAfter: completes ? null : step.deadline,
    completes,
  };
}
