import { type Actor, type Decision, needsOperator, needsRole, refused } from '@fanfare/kernel';

/** Whoever runs the deployment makes communities. */
export function canCreateCommunity(actor: Actor): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsOperator(actor);
}

/** Settings are an owner's; running the deployment gives no say in them. */
export function canUpdateCommunity(actor: Actor, communityId: string): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, 'OWNER');
}
