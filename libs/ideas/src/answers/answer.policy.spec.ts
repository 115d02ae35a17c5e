import { type Actor, type StaffRole, VISITOR } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { canMove } from '../idea.moves.js';
import { IDEA_STATUSES } from '../idea.status.js';
import { answerStatuses, canAnswer, canChangeNote, canReadNotes } from './answer.policy.js';

const HERE = { communityId: 'here' };
const actor = (role: StaffRole | null, communityId = 'here', isOperator = false): Actor => ({
  ...VISITOR,
  accountId: 'me',
  isOperator,
  grants: role ? [{ communityId, role }] : [],
});

const WHO: [name: string, who: Actor, answers: boolean, reads: boolean][] = [
  ['an owner', actor('OWNER'), true, true],
  ['a brand manager', actor('BRAND_MANAGER'), true, true],
  ['a moderator', actor('MODERATOR'), false, true],
  ['a member', actor(null), false, false],
  ['an owner elsewhere', actor('OWNER', 'there'), false, false],
  ['the operator', actor(null, 'here', true), false, false],
];

describe('who may', () => {
  it.each(WHO)('%s', (_, who, answers, reads) => {
    expect(canAnswer(who, HERE).allowed).toBe(answers);
    expect(canReadNotes(who, HERE).allowed).toBe(reads);
    expect(canChangeNote(who, { ...HERE, accountId: 'me' }).allowed).toBe(reads);
    expect(canChangeNote(who, { ...HERE, accountId: 'you' }).allowed).toBe(false);
    expect(canChangeNote(who, { ...HERE, accountId: null }).allowed).toBe(false);
  });

  it('a visitor is asked to sign in', () => {
    for (const decision of [canAnswer(VISITOR, HERE), canReadNotes(VISITOR, HERE)]) expect(decision).toEqual({ allowed: false, reason: 'SIGN_IN_REQUIRED' });
  });
});

describe('where an answer goes', () => {
  it.each(IDEA_STATUSES)('from %s: along the table, never to MERGED, and where it stands first', (from) => {
    const [first, ...rest] = answerStatuses(from);
    for (const to of rest) expect(canMove(from, to, 'STAFF')).toBe(true);
    if (first && first !== from) expect(canMove(from, first, 'STAFF')).toBe(true);
    expect([first, ...rest]).not.toContain('MERGED');
  });
});
