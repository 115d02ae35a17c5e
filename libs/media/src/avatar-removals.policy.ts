import { type Actor, type Decision, hasRole, needsRole, refused } from '@fanfare/kernel';
import type { MemberRow } from '@fanfare/members';

/** Whether the actor may take a member's picture down: a moderator there, and not in a matter of their own. */
export function canRemoveAvatar(actor: Actor, member: Pick<MemberRow, 'accountId' | 'communityId'>): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return member.accountId === actor.accountId ? refused('NOT_ALLOWED') : needsRole(actor, member.communityId, 'MODERATOR');
}

/** Whether the actor may know that a picture was taken down, and why: its member and the moderators. */
export function canReadRemoval(actor: Actor, member: Pick<MemberRow, 'accountId' | 'communityId'>): boolean {
  if (actor.accountId === null) return false;
  return member.accountId === actor.accountId || hasRole(actor, member.communityId, 'MODERATOR');
}
