import { type Actor, ALLOWED, type Decision, hasRole, refused } from '@fanfare/kernel';

/** Whoever runs the deployment makes communities. */
export function canCreateCommunity(actor: Actor): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return actor.isOperator ? ALLOWED : refused('NOT_ALLOWED');
}

/** Settings are an owner's; running the deployment gives no say in them. */
export function canUpdateCommunity(actor: Actor, communityId: string): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return hasRole(actor, communityId, 'OWNER') ? ALLOWED : refused('NOT_ALLOWED');
}
