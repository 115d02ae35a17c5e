import { type Actor, hasRole } from '@fanfare/kernel';
import type { MemberRow } from '@fanfare/members';

type Whose = Pick<MemberRow, 'accountId' | 'communityId'>;

/** The member and the community's moderators may read each entry; everybody reads the score. */
export function canReadEntries(actor: Actor, member: Whose): boolean {
  if (actor.accountId === null) return false;
  return member.accountId === actor.accountId || hasRole(actor, member.communityId, 'MODERATOR');
}
