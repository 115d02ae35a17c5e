import { describe, expect, it } from 'vitest';
import { canMove, canRestore, MOVERS, type Mover } from './idea.moves.js';
import { IDEA_STATUSES, type IdeaStatus } from './idea.status.js';

/** The table of DOMAIN.md, written a second time: from, who, to. Whatever is not here is refused. */
const ALLOWED = new Set([
  'DRAFT SYSTEM PENDING',
  'DRAFT SYSTEM OPEN',
  'PENDING SYSTEM OPEN',
  'PENDING MODERATOR REMOVED',
  'OPEN STAFF UNDER_REVIEW',
  'OPEN STAFF PLANNED',
  'OPEN STAFF DECLINED',
  'OPEN SYSTEM EXPIRED',
  'OPEN SYSTEM UNDER_REVIEW',
  'OPEN MODERATOR REMOVED',
  'UNDER_REVIEW STAFF OPEN',
  'UNDER_REVIEW STAFF PLANNED',
  'UNDER_REVIEW STAFF DECLINED',
  'UNDER_REVIEW MODERATOR REMOVED',
  'PLANNED STAFF IN_PROGRESS',
  'PLANNED STAFF DELIVERED',
  'PLANNED STAFF UNDER_REVIEW',
  'PLANNED STAFF DECLINED',
  'PLANNED MODERATOR REMOVED',
  'IN_PROGRESS STAFF DELIVERED',
  'IN_PROGRESS STAFF PLANNED',
  'IN_PROGRESS STAFF DECLINED',
  'IN_PROGRESS MODERATOR REMOVED',
  'DELIVERED STAFF IN_PROGRESS',
  'DELIVERED MODERATOR REMOVED',
  'DECLINED STAFF UNDER_REVIEW',
  'DECLINED MODERATOR REMOVED',
  'EXPIRED STAFF UNDER_REVIEW',
  'EXPIRED MODERATOR REMOVED',
  // merging, from any but DRAFT and REMOVED (a duplicate already points at its target)
  ...['PENDING', 'OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'EXPIRED'].map((from) => `${from} STAFF MERGED`),
]);

const every: [IdeaStatus, Mover, IdeaStatus][] = IDEA_STATUSES.flatMap((from) =>
  MOVERS.flatMap((mover) => IDEA_STATUSES.map((to): [IdeaStatus, Mover, IdeaStatus] => [from, mover, to])),
);

describe('moves', () => {
  it.each(every)('%s, by %s, to %s', (from, mover, to) => {
    expect(canMove(from, to, mover)).toBe(ALLOWED.has(`${from} ${mover} ${to}`));
  });
});

describe('undo', () => {
  it.each(every)('of %s, by %s, restoring %s', (from, mover, to) => {
    const restores = from === 'MERGED' ? mover !== 'SYSTEM' : from === 'REMOVED' && mover === 'MODERATOR';
    const before = !['DRAFT', 'MERGED', 'REMOVED'].includes(to);
    expect(canRestore(from, to, mover)).toBe(restores && before);
  });
});
