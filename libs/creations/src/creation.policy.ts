import type { Membership } from '@fanfare/ideas';
import { type Actor, ALLOWED, canReadWithheld, type Decision, mayUse, type MemberRight, refused } from '@fanfare/kernel';
import type { CreationRow } from './creation.row.js';
import type { CreationResponseRow } from './creation-response.row.js';

/** What policies look at. */
export type PolicyCreation = Pick<CreationRow, 'communityId' | 'authorAccountId' | 'withdrawnAt'> & Partial<Pick<CreationRow, 'withheld'>>;
export type PolicyResponse = Pick<CreationResponseRow, 'communityId' | 'authorAccountId' | 'deletedAt' | 'closed'> &
  Partial<Pick<CreationResponseRow, 'withheld' | 'creationWithheld'>>;

/** Whether the actor may change the work: its author, unless moderators removed it. */
export function canEditCreation(actor: Actor, creation: PolicyCreation): Decision {
  const own = canWithdrawCreation(actor, creation);
  if (!own.allowed) return own;
  return creation.withheld === 'REMOVED' ? refused('WITHHELD') : mayUse(actor, creation.communityId, 'POSTING');
}

/** Whether the actor may take the work back: its author, whatever moderators think of it. */
export function canWithdrawCreation(actor: Actor, creation: PolicyCreation): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (creation.withdrawnAt !== null) return refused('CREATION_WITHDRAWN');
  return creation.authorAccountId === actor.accountId ? ALLOWED : refused('NOT_ALLOWED');
}

/** Whether the actor may respond to the work (`COMMENTING`) or build on it (`POSTING`): a member, their own work too. */
export function canAnswerCreation(actor: Actor, membership: Membership, creation: PolicyCreation, right: MemberRight): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (membership === null) return refused('NOT_A_MEMBER');
  const using = mayUse(actor, creation.communityId, right);
  if (!using.allowed) return using;
  if (creation.withdrawnAt !== null) return refused('CREATION_WITHDRAWN');
  return creation.withheld ? refused('WITHHELD') : ALLOWED;
}

/** Whether the actor may say that they like the work: a member, somebody else's. */
export function canAppreciate(actor: Actor, membership: Membership, creation: PolicyCreation): Decision {
  const member = canAnswerCreation(actor, membership, creation, 'VOTING');
  if (!member.allowed) return member;
  return creation.authorAccountId === actor.accountId ? refused('OWN_CREATION') : ALLOWED;
}

/** Whether the actor may change the wording: its writer, as long as the work is shown, and unless moderators removed it. */
export function canEditResponse(actor: Actor, response: PolicyResponse): Decision {
  const own = canRemoveResponse(actor, response);
  if (!own.allowed) return own;
  const using = mayUse(actor, response.communityId, 'COMMENTING');
  if (!using.allowed) return using;
  if (response.closed) return refused('CREATION_WITHDRAWN');
  return response.withheld === 'REMOVED' || response.creationWithheld ? refused('WITHHELD') : ALLOWED;
}

/** Whether the actor may answer it: one that is there and shown. Whether they may respond at all is said by its work. */
export function canAnswerResponse({ deletedAt, withheld }: Pick<CreationResponseRow, 'deletedAt' | 'withheld'>): Decision {
  if (deletedAt !== null) return refused('COMMENT_DELETED');
  return withheld ? refused('WITHHELD') : ALLOWED;
}

/** Whether the actor may read a response: what it says, and what is said about a work that they may read. */
export function canReadResponse(actor: Actor, response: CreationResponseRow): boolean {
  if (!canReadWithheld(actor, response)) return false;
  const own = actor.accountId !== null && response.authorAccountId === actor.accountId;
  const { communityId, creationAuthorAccountId: authorAccountId, creationWithheld: withheld } = response;
  return own || canReadWithheld(actor, { communityId, authorAccountId, withheld });
}

/** What a reader is given: the work, or of a withheld one that it is there. */
export function creationAsSeenBy(actor: Actor, creation: CreationRow): CreationRow {
  if (canReadWithheld(actor, creation)) return creation;
  return { ...creation, title: '', story: '', product: '', authorId: null, editedAt: null, appreciations: 0, responseCount: 0 };
}

/** The same of a response. */
export function responseAsSeenBy(actor: Actor, response: CreationResponseRow): CreationResponseRow {
  if (canReadResponse(actor, response)) return response;
  return { ...response, body: '', authorId: null, byStaff: false, editedAt: null };
}

/** Whether the actor may erase it: its writer, whatever became of the work. */
export function canRemoveResponse(actor: Actor, response: PolicyResponse): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (response.deletedAt !== null) return refused('COMMENT_DELETED');
  return response.authorAccountId === actor.accountId ? ALLOWED : refused('NOT_ALLOWED');
}
