import type { IdeaStatus } from './idea.status.js';

/**
 * Who moves an idea. `STAFF` (a brand role) answers in public with every move, except merging, which points at another idea;
 * `SYSTEM` is time and the ladder; `MODERATOR` removes and restores.
 */
export const MOVERS = ['STAFF', 'SYSTEM', 'MODERATOR'] as const;
export type Mover = (typeof MOVERS)[number];

type Moves = Readonly<Record<Mover, readonly IdeaStatus[]>>;

/**
 * The whole table of moves. `MERGED` and `REMOVED` are left by an undo only, which restores the status before: see
 * `UNDOES`. A draft leaves by being submitted.
 */
export const MOVES: Readonly<Record<IdeaStatus, Moves>> = {
  DRAFT: { STAFF: [], SYSTEM: ['PENDING', 'OPEN'], MODERATOR: [] },
  PENDING: { STAFF: ['MERGED'], SYSTEM: ['OPEN'], MODERATOR: ['REMOVED'] },
  OPEN: { STAFF: ['UNDER_REVIEW', 'PLANNED', 'DECLINED', 'MERGED'], SYSTEM: ['EXPIRED', 'UNDER_REVIEW'], MODERATOR: ['REMOVED'] },
  UNDER_REVIEW: { STAFF: ['OPEN', 'PLANNED', 'DECLINED', 'MERGED'], SYSTEM: [], MODERATOR: ['REMOVED'] },
  PLANNED: { STAFF: ['IN_PROGRESS', 'DELIVERED', 'UNDER_REVIEW', 'DECLINED', 'MERGED'], SYSTEM: [], MODERATOR: ['REMOVED'] },
  IN_PROGRESS: { STAFF: ['DELIVERED', 'PLANNED', 'DECLINED', 'MERGED'], SYSTEM: [], MODERATOR: ['REMOVED'] },
  DELIVERED: { STAFF: ['IN_PROGRESS', 'MERGED'], SYSTEM: [], MODERATOR: ['REMOVED'] },
  DECLINED: { STAFF: ['UNDER_REVIEW', 'MERGED'], SYSTEM: [], MODERATOR: ['REMOVED'] },
  EXPIRED: { STAFF: ['UNDER_REVIEW', 'MERGED'], SYSTEM: [], MODERATOR: ['REMOVED'] },
  MERGED: { STAFF: [], SYSTEM: [], MODERATOR: [] },
  REMOVED: { STAFF: [], SYSTEM: [], MODERATOR: [] },
};

/** Who may undo, restoring the status before. A moderator undoes a merge by upholding its author's contest. */
export const UNDOES: Readonly<Partial<Record<IdeaStatus, readonly Mover[]>>> = { MERGED: ['STAFF', 'MODERATOR'], REMOVED: ['MODERATOR'] };

/** Whether this mover may take an idea from one status to the other. */
export function canMove(from: IdeaStatus, to: IdeaStatus, mover: Mover): boolean {
  return MOVES[from][mover].includes(to);
}

/** Whether an undo by this mover may restore a status: any that can have led here. */
export function canRestore(from: IdeaStatus, to: IdeaStatus, mover: Mover): boolean {
  return (UNDOES[from] ?? []).includes(mover) && MOVERS.some((before) => canMove(to, from, before));
}
