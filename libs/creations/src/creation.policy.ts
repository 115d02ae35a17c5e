import type { Membership } from '@fanfare/ideas';
import { type Actor, ALLOWED, type Decision, mayUse, type MemberRight, refused } from '@fanfare/kernel';
import type { CreationRow } from './creation.row.js';
import type { CreationResponseRow } from './creation-response.row.js';

/** What policies look at. */
export type PolicyCreation = Pick<CreationRow, 'communityId' | 'authorAccountId' | 'withdrawnAt'>;
export type PolicyResponse = Pick<CreationResponseRow, 'communityId' | 'authorAccountId' | 'deletedAt' | 'closed'>;

/** Whether the actor may change the work. */
export function canEditCreation(actor: Actor, creation: PolicyCreation): Decision {
  const own = canWithdrawCreation(actor, creation);
  return own.allowed ? mayUse(actor, creation.communityId, 'POSTING') : own;
}

/** Whether the actor may withdraw the work: its author, as long as it is shown. */
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
  return creation.withdrawnAt === null ? ALLOWED : refused('CREATION_WITHDRAWN');
}

/** Whether the actor may say that they like the work: a member, somebody else's. */
export function canAppreciate(actor: Actor, membership: Membership, creation: PolicyCreation): Decision {
  const member = canAnswerCreation(actor, membership, creation, 'VOTING');
  if (!member.allowed) return member;
  return creation.authorAccountId === actor.accountId ? refused('OWN_CREATION') : ALLOWED;
}

/** Whether the actor may change the wording: its writer, as long as the work is shown. */
export function canEditResponse(actor: Actor, response: PolicyResponse): Decision {
  const own = canRemoveResponse(actor, response);
  if (!own.allowed) return own;
  const using = mayUse(actor, response.communityId, 'COMMENTING');
  if (!using.allowed) return using;
  return response.closed ? refused('CREATION_WITHDRAWN') : ALLOWED;
}

/** Whether the actor may erase it: its writer, whatever became of the work. */
export function canRemoveResponse(actor: Actor, response: PolicyResponse): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (response.deletedAt !== null) return refused('COMMENT_DELETED');
  return response.authorAccountId === actor.accountId ? ALLOWED : refused('NOT_ALLOWED');
}
