import { type Actor, type Decision, needsRole, refused } from '@fanfare/kernel';

/** Owners and moderators keep the list of words and say who is read first; a brand manager has no say in what is held. */
export function canSetIntake(actor: Actor, communityId: string): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, 'OWNER', 'MODERATOR');
}
