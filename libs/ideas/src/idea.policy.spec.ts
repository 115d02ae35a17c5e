import { type Actor, VISITOR } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { asSeenBy, canComment, canEdit, canRead, canSee, canVote, canWithdraw } from './idea.policy.js';
import type { IdeaRow } from './idea.row.js';
import { IDEA_STATUSES, type IdeaStatus } from './idea.status.js';

const idea = (status: IdeaStatus) => ({ communityId: 'c', status, authorAccountId: 'author', deadline: null as Date | null });
const NOW = new Date('2026-05-01T12:00:00Z');
const author: Actor = { ...VISITOR, accountId: 'author' };
const stranger: Actor = { ...VISITOR, accountId: 'stranger' };
const moderator: Actor = { ...stranger, grants: [{ communityId: 'c', role: 'MODERATOR' }] };
const brand: Actor = { ...stranger, grants: [{ communityId: 'c', role: 'BRAND_MANAGER' }, { communityId: 'c', role: 'OWNER' }] };
const elsewhere: Actor = { ...stranger, grants: [{ communityId: 'd', role: 'MODERATOR' }] };
const member = { id: 'm' };
const where = (allows: (status: IdeaStatus) => boolean) => IDEA_STATUSES.filter(allows);
const all = [...IDEA_STATUSES];
const open = all.filter((status) => !['DRAFT', 'PENDING'].includes(status));

describe('seeing', () => {
  it('a draft is its author’s, what is held the moderators’ too, everything else everybody’s', () => {
    expect(where((status) => canSee(author, idea(status)))).toEqual(all);
    expect(where((status) => canSee(moderator, idea(status)))).toEqual(all.filter((status) => status !== 'DRAFT'));
    for (const actor of [VISITOR, stranger, brand, elsewhere]) expect(where((status) => canSee(actor, idea(status)))).toEqual(open);
  });

  it('the inside of a tombstone is its author’s and the moderators’', () => {
    const without = (...hidden: IdeaStatus[]) => all.filter((status) => !hidden.includes(status));
    expect(where((status) => canRead(author, idea(status)))).toEqual(all);
    expect(where((status) => canRead(moderator, idea(status)))).toEqual(without('DRAFT'));
    for (const actor of [VISITOR, stranger, brand, elsewhere]) {
      expect(where((status) => canRead(actor, idea(status)))).toEqual(without('DRAFT', 'PENDING', 'REMOVED'));
    }
  });

  it('what is withheld is its author’s and the moderators’, and takes neither votes nor comments', () => {
    const held = { ...idea('OPEN'), withheld: 'HOLD' as const };
    expect([author, moderator, stranger, brand, VISITOR, elsewhere].map((actor) => canRead(actor, held))).toEqual([true, true, false, false, false, false]);
    expect(canSee(VISITOR, held)).toBe(true);
    expect(canVote(stranger, member, held, NOW)).toEqual({ allowed: false, reason: 'VOTING_CLOSED' });
    expect(canComment(stranger, member, held)).toEqual({ allowed: false, reason: 'COMMENTS_CLOSED' });
    const duplicate = { ...idea('MERGED'), mergedIntoStatus: 'OPEN' as const, mergedIntoWithheld: 'HIDDEN' as const };
    expect(canVote(stranger, member, duplicate, NOW).allowed).toBe(false);
    expect(canVote(stranger, member, { ...duplicate, mergedIntoWithheld: null }, NOW).allowed).toBe(true);
  });

  it('its clock stands still: who voted may go, also after the deadline it had', () => {
    const late = { ...idea('OPEN'), deadline: new Date(NOW.getTime() - 1) };
    expect(canWithdraw(stranger, member, late, NOW).allowed).toBe(false);
    expect(canWithdraw(stranger, member, { ...late, withheld: 'HOLD' }, NOW).allowed).toBe(true);
  });

  it('an idea without an author is no visitor’s own', () => {
    expect(canSee(VISITOR, { ...idea('PENDING'), authorAccountId: null })).toBe(false);
  });

  it('a tombstone shows that it is one, and nothing more', () => {
    const row = { ...idea('REMOVED'), title: 'T', body: 'B', authorId: 'm', interestKind: 'PAID', interestNote: 'n', labels: ['l'] } as unknown as IdeaRow;
    expect(asSeenBy(VISITOR, row)).toMatchObject({ status: 'REMOVED', title: '', body: '', authorId: null, interestKind: null, interestNote: null, labels: [] });
    expect(asSeenBy(author, row)).toBe(row);
  });
});

describe('doing', () => {
  const allowed = { allowed: true };
  const refusal = (reason: string) => ({ allowed: false, reason });

  it('the author edits while it is open or under review, and while it waits to be shown', () => {
    expect(where((status) => canEdit(author, idea(status)).allowed)).toEqual(['PENDING', 'OPEN', 'UNDER_REVIEW']);
    expect(canEdit(author, idea('PLANNED'))).toEqual(refusal('IDEA_NOT_EDITABLE'));
    expect(canEdit(moderator, idea('OPEN'))).toEqual(refusal('NOT_ALLOWED'));
    expect(canEdit(VISITOR, idea('OPEN'))).toEqual(refusal('SIGN_IN_REQUIRED'));
  });

  it('members vote while it is open or under review, the author too', () => {
    const vote = (actor: Actor, membership: { id: string } | null, status: IdeaStatus) => canVote(actor, membership, idea(status), NOW);
    expect(where((status) => vote(stranger, member, status).allowed)).toEqual(['OPEN', 'UNDER_REVIEW']);
    expect(vote(author, member, 'OPEN')).toEqual(allowed);
    expect(vote(stranger, member, 'DECLINED')).toEqual(refusal('VOTING_CLOSED'));
    expect(vote(stranger, null, 'OPEN')).toEqual(refusal('NOT_A_MEMBER'));
    expect(vote(VISITOR, null, 'OPEN')).toEqual(refusal('SIGN_IN_REQUIRED'));
  });

  it('nobody votes from the deadline on, whether or not the expiry is written yet', () => {
    const until = (milliseconds: number) => ({ ...idea('OPEN'), deadline: new Date(NOW.getTime() + milliseconds) });
    expect(canVote(stranger, member, until(1), NOW)).toEqual(allowed);
    expect(canVote(stranger, member, until(0), NOW)).toEqual(refusal('VOTING_CLOSED'));
    expect(canVote(stranger, member, until(-1), NOW)).toEqual(refusal('VOTING_CLOSED'));
  });

  it('nobody votes for a text that is gone, and who did may take it back', () => {
    const gone = { ...idea('OPEN'), erasedAt: NOW };
    const merged = { ...idea('MERGED'), mergedIntoStatus: 'OPEN' as const };
    expect(canVote(stranger, member, gone, NOW)).toEqual(refusal('VOTING_CLOSED'));
    expect(canWithdraw(stranger, member, gone, NOW)).toEqual(allowed);
    expect(canWithdraw(stranger, null, gone, NOW)).toEqual(refusal('NOT_A_MEMBER'));
    expect(canVote(stranger, member, { ...merged, mergedIntoErasedAt: NOW }, NOW)).toEqual(refusal('VOTING_CLOSED'));
    expect(canVote(stranger, member, { ...merged, erasedAt: NOW }, NOW)).toEqual(allowed); // its target has a text
  });

  it('members discuss whatever is public, except a duplicate', () => {
    expect(where((status) => canComment(stranger, member, idea(status)).allowed)).toEqual(
      ['OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'EXPIRED'],
    );
    expect(canComment(stranger, member, idea('MERGED'))).toEqual(refusal('COMMENTS_CLOSED'));
    expect(canComment(stranger, null, idea('OPEN'))).toEqual(refusal('NOT_A_MEMBER'));
  });
});
