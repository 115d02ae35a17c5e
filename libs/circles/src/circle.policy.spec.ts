import { type Actor, DAY, VISITOR } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { canJoinCircle, canKeep, canPost, canReadPost, canRecognise } from './circle.policy.js';
import { callsNeeded, canElect, canStand, canVoteInElection, isSeatOpen, resultOf } from './election.policy.js';

const fan: Actor = { ...VISITOR, accountId: 'a' };
const ana = { id: 'ana', communityId: 'c', identityLevel: 'CONFIRMED' } as const;
const banned: Actor = { ...fan, restrictions: [{ communityId: 'c', kind: 'BAN', right: null, endsAt: null, decisionId: 'd' }] };
const now = new Date('2026-05-10T00:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * DAY);
const reason = (decision: { allowed: boolean; reason?: string }) => (decision.allowed ? 'yes' : decision.reason);

describe('a circle', () => {
  it('takes in members, unless nobody is left to decide', () => {
    expect(reason(canJoinCircle(VISITOR, null, { joining: 'OPEN', memberCount: 3 }))).toBe('SIGN_IN_REQUIRED');
    expect(reason(canJoinCircle(fan, null, { joining: 'OPEN', memberCount: 3 }))).toBe('NOT_A_MEMBER');
    expect(reason(canJoinCircle(fan, ana, { joining: 'OPEN', memberCount: 0 }))).toBe('yes');
    expect(reason(canJoinCircle(fan, ana, { joining: 'BY_REQUEST', memberCount: 0 }))).toBe('CIRCLE_EMPTY');
  });

  it('is spoken in by those inside, kept by its keeper, recognised by the brand', () => {
    expect(reason(canPost(fan, ana, null))).toBe('NOT_IN_CIRCLE');
    expect(reason(canPost(fan, ana, { joinedAt: now }))).toBe('yes');
    expect(reason(canKeep(fan, ana, { keeperId: 'ben' }))).toBe('NOT_ALLOWED');
    expect(reason(canKeep(fan, ana, { keeperId: 'ana' }))).toBe('yes');
    for (const role of ['OWNER', 'BRAND_MANAGER', 'MODERATOR'] as const) {
      const staff = { ...fan, grants: [{ communityId: 'c', role }] };
      expect(reason(canRecognise(staff, { communityId: 'c' }))).toBe(role === 'MODERATOR' ? 'NOT_ALLOWED' : 'yes');
      expect(reason(canRecognise(staff, { communityId: 'next door' }))).toBe('NOT_ALLOWED');
    }
  });

  it.each([
    ['OPEN', false, false, true],
    ['OPEN', true, false, false], // said when it was by request
    ['BY_REQUEST', false, false, false],
    ['OPEN', true, true, true],
    ['BY_REQUEST', true, true, true],
  ] as const)('%s, members only %s, inside %s: read %s', (joining, membersOnly, inside, reads) => {
    const circle = { joining, communityId: 'c' };
    expect(canReadPost(fan, circle, inside ? { joinedAt: now } : null, { membersOnly })).toBe(reads);
    expect(canReadPost(banned, circle, inside ? { joinedAt: now } : null, { membersOnly })).toBe(joining === 'OPEN' && !membersOnly);
  });

  it('by request, is closed to who is banned, but for their own words', () => {
    const circle = { joining: 'BY_REQUEST', communityId: 'c' } as const;
    expect(canReadPost(banned, circle, { joinedAt: now }, { membersOnly: true, authorAccountId: 'a' })).toBe(true);
    expect(canReadPost(banned, circle, { joinedAt: now }, { membersOnly: true, authorAccountId: 'b' })).toBe(false);
    expect(canReadPost(banned, { ...circle, communityId: 'elsewhere' }, { joinedAt: now }, { membersOnly: true })).toBe(true);
    expect(reason(canPost(banned, ana, { joinedAt: now }))).toBe('RESTRICTED');
    expect(reason(canKeep(banned, ana, { keeperId: 'ana' }))).toBe('RESTRICTED');
  });
});

describe('an election', () => {
  const running = { startedAt: ago(1), standingUntil: new Date(now.getTime() + 3 * DAY), closesAt: new Date(now.getTime() + 6 * DAY), closedAt: null };
  const before = { joinedAt: ago(2) };

  it('begins among three or more, not too soon after the last', () => {
    expect(reason(canElect({ memberCount: 2 }, null, now))).toBe('TOO_FEW_MEMBERS');
    expect(reason(canElect({ memberCount: 3 }, ago(6), now))).toBe('ELECTION_TOO_SOON');
    expect(reason(canElect({ memberCount: 3 }, ago(7), now))).toBe('yes');
  });

  it('needs one member’s word for an open seat, a third of them during a term', () => {
    expect(isSeatOpen({ spokespersonId: null, termEndsAt: null }, now)).toBe(true);
    expect(isSeatOpen({ spokespersonId: 'ana', termEndsAt: now }, now)).toBe(true);
    expect(isSeatOpen({ spokespersonId: 'ana', termEndsAt: new Date(now.getTime() + 1) }, now)).toBe(false);
    expect([3, 4, 6, 7, 100].map(callsNeeded)).toEqual([1, 2, 2, 3, 34]);
  });

  it('is for who was there before, with a confirmed address, by the clock', () => {
    const asks = (change: object = {}, inside: { joinedAt: Date } | null = before, who: { id: string; communityId: string; identityLevel: 'ANONYMOUS' | 'CONFIRMED' } = ana) =>
      reason(canVoteInElection(fan, who, inside, { ...running, ...change }, now));
    expect(asks()).toBe('yes');
    expect(asks({}, null)).toBe('NOT_IN_CIRCLE');
    expect(asks({}, { joinedAt: running.startedAt })).toBe('NOT_ELIGIBLE');
    expect(asks({}, before, { ...ana, identityLevel: 'ANONYMOUS' })).toBe('CONFIRM_EMAIL_FIRST');
    expect(asks({ closesAt: now })).toBe('ELECTION_OVER');
    expect(asks({ closedAt: ago(0) })).toBe('ELECTION_OVER');
    expect(reason(canStand(fan, ana, before, running, now))).toBe('yes');
    expect(reason(canStand(fan, ana, before, { ...running, standingUntil: now }, now))).toBe('STANDING_OVER');
  });

  it('goes to most votes, of equals to the longest there; without votes to nobody', () => {
    const candidate = (memberId: string, votes: number, days: number) => ({ memberId, votes, joinedAt: ago(days) });
    expect(resultOf([])).toEqual({ outcome: 'NO_CANDIDATE', winner: null });
    expect(resultOf([candidate('a', 0, 1)])).toEqual({ outcome: 'NO_VOTE', winner: null });
    expect(resultOf([candidate('a', 1, 9), candidate('b', 2, 1)]).winner).toBe('b');
    expect(resultOf([candidate('a', 2, 3), candidate('b', 2, 5), candidate('c', 1, 9)]).winner).toBe('b');
    expect(resultOf([candidate('b', 2, 3), candidate('a', 2, 3)]).winner).toBe('a');
  });
});
