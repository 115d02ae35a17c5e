import { type Actor, ALLOWED, canReadWithheld, type Decision, hasRole, mayUse, type MemberRight, refused, type Withholding } from '@fanfare/kernel';
import type { IdeaRow } from './idea.row.js';
import { type IdeaStatus, PUBLIC_STATUSES, VOTING_STATUSES } from './idea.status.js';

/** What policies look at. */
export type PolicyIdea = Pick<IdeaRow, 'communityId' | 'status' | 'authorAccountId'> & Partial<Pick<IdeaRow, 'mergedIntoStatus' | 'withheld'>>;

/** The reader's membership in the idea's community: null for none. */
export type Membership = { readonly id: string } | null;

/**
 * Whether the actor may know that the idea exists. Drafts are their author's; what is held for review is its author's and
 * the moderators'; everything else is public, `REMOVED` as a tombstone.
 *
 * SQL twin: `visibleIdeas`.
 */
export function canSee(actor: Actor, idea: PolicyIdea): boolean {
  if (idea.status === 'DRAFT') return isAuthor(actor, idea);
  if (idea.status === 'PENDING') return isAuthor(actor, idea) || isModerator(actor, idea);
  return true;
}

/** Whether the actor may read the idea's text: what they see, except the inside of a tombstone. SQL twin: `readableIdeas`. */
export function canRead(actor: Actor, idea: PolicyIdea): boolean {
  if (idea.status === 'REMOVED') return isAuthor(actor, idea) || isModerator(actor, idea);
  return canSee(actor, idea) && canReadWithheld(actor, idea);
}

/** How it is kept from being shown: what waits for its first look is held, what moderators removed is removed. */
export function withholdingOf({ status, withheld }: Pick<PolicyIdea, 'status' | 'withheld'>): Withholding | null {
  if (status === 'REMOVED') return 'REMOVED';
  return withheld ?? (status === 'PENDING' ? 'HOLD' : null);
}

/** Whether the author may change the text: while votes can move it, and while it waits to be shown. */
export function canEdit(actor: Actor, idea: PolicyIdea): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (!isAuthor(actor, idea)) return refused('NOT_ALLOWED');
  const posting = mayUse(actor, idea.communityId, 'POSTING');
  if (!posting.allowed) return posting;
  return idea.status === 'PENDING' || VOTING_STATUSES.includes(idea.status) ? ALLOWED : refused('IDEA_NOT_EDITABLE');
}

/** What decides about votes: the idea itself, or what a duplicate points at. */
type Votable = Pick<IdeaRow, 'status' | 'deadline'> &
  Partial<Pick<IdeaRow, 'erasedAt' | 'withheld' | 'mergedIntoStatus' | 'mergedIntoDeadline' | 'mergedIntoErasedAt' | 'mergedIntoWithheld'>>;

/** Whether the clock of the ladder has run out: from that moment on nothing moves the idea but its expiry. It stands still while withheld. */
export function hasMissedDeadline({ status, deadline, withheld }: Pick<IdeaRow, 'status' | 'deadline'> & Partial<Pick<IdeaRow, 'withheld'>>, now: Date): boolean {
  return status === 'OPEN' && deadline !== null && deadline <= now && !withheld;
}

/** Whether the idea takes votes now: while it takes withdrawals, and has a text to vote for that is shown. */
export function isVotingOpen(idea: Votable, now: Date): boolean {
  const erasedAt = idea.status === 'MERGED' ? idea.mergedIntoErasedAt : idea.erasedAt;
  return erasedAt == null && !idea.withheld && !idea.mergedIntoWithheld && isWithdrawingOpen(idea, now);
}

/**
 * Whether votes can be withdrawn now: a duplicate's as long as its target's. A deadline closes at once, however late
 * somebody writes down the expiry.
 */
export function isWithdrawingOpen(idea: Votable, now: Date): boolean {
  const isDuplicate = idea.status === 'MERGED';
  const status = isDuplicate ? idea.mergedIntoStatus : idea.status;
  const deadline = (isDuplicate ? idea.mergedIntoDeadline : idea.deadline) ?? null;
  const withheld = (isDuplicate ? idea.mergedIntoWithheld : idea.withheld) ?? null;
  return status != null && VOTING_STATUSES.includes(status) && !hasMissedDeadline({ status, deadline, withheld }, now);
}

/** Whether the actor may withdraw what they voted for the idea. A text that is gone holds nobody. */
export function canWithdraw(actor: Actor, membership: Membership, idea: PolicyIdea & Votable, now: Date): Decision {
  const member = canTakePart(actor, membership);
  if (!member.allowed) return member;
  return isWithdrawingOpen(idea, now) ? ALLOWED : refused('VOTING_CLOSED');
}

/** Whether the actor may vote for the idea; their own included. */
export function canVote(actor: Actor, membership: Membership, idea: PolicyIdea & Votable, now: Date): Decision {
  const member = canUse(actor, membership, idea, 'VOTING');
  if (!member.allowed) return member;
  return isVotingOpen(idea, now) ? ALLOWED : refused('VOTING_CLOSED');
}

/** Statuses whose discussion goes on: a duplicate's goes on at its target, a tombstone's nowhere. */
const DISCUSSED: readonly IdeaStatus[] = PUBLIC_STATUSES.filter((status) => status !== 'MERGED');

/** Whether the idea's discussion goes on: not while the idea is withheld. */
export function isDiscussionOpen(idea: Pick<PolicyIdea, 'status' | 'withheld'>): boolean {
  return DISCUSSED.includes(idea.status) && !idea.withheld;
}

/** Whether the actor may add a comment. */
export function canComment(actor: Actor, membership: Membership, idea: PolicyIdea): Decision {
  const member = canUse(actor, membership, idea, 'COMMENTING');
  if (!member.allowed) return member;
  return isDiscussionOpen(idea) ? ALLOWED : refused('COMMENTS_CLOSED');
}

/** What a reader is given: the idea, or of a removed or withheld one that it is there. */
export function asSeenBy(actor: Actor, idea: IdeaRow): IdeaRow {
  return canRead(actor, idea) ? idea : tombstoneOf(idea);
}

function tombstoneOf(idea: IdeaRow): IdeaRow {
  return { ...idea, title: '', body: '', authorId: null, interestKind: null, interestNote: null, labels: [], editedAt: null };
}

function canTakePart(actor: Actor, membership: Membership): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return membership === null ? refused('NOT_A_MEMBER') : ALLOWED;
}

/** As a member like others, whom no decision has taken the right. */
function canUse(actor: Actor, membership: Membership, { communityId }: PolicyIdea, right: MemberRight): Decision {
  const member = canTakePart(actor, membership);
  return member.allowed ? mayUse(actor, communityId, right) : member;
}

function isAuthor(actor: Actor, idea: PolicyIdea): boolean {
  return actor.accountId !== null && actor.accountId === idea.authorAccountId;
}

function isModerator(actor: Actor, idea: PolicyIdea): boolean {
  return hasRole(actor, idea.communityId, 'MODERATOR');
}
