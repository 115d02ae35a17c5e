import { type Actor, ALLOWED, type Decision, needsRole, refused, STAFF_ROLES } from '@fanfare/kernel';
import type { EvidenceRow } from './evidence.row.js';

type Owned = Pick<EvidenceRow, 'accountId' | 'communityId' | 'attestedBy' | 'kind'>;

/** Everybody may drop what they brought; an attested name is also taken back by who attested it, or by an owner there. */
export function canRevokeEvidence(actor: Actor, evidence: Owned): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (evidence.accountId === actor.accountId) return ALLOWED;
  const decision = canWithdrawName(actor, evidence);
  // To whoever may not know of it, it does not exist.
  return !decision.allowed && decision.reason === 'NOT_ALLOWED' ? refused('NOT_FOUND') : decision;
}

/** Whether the actor may take the brand's word for a name back, which is not dropping a proof of one's own. */
export function canWithdrawName(actor: Actor, { accountId, communityId, attestedBy, kind }: Owned): Decision {
  if (accountId === actor.accountId || communityId === null || kind !== 'REAL_NAME') return refused('NOT_ALLOWED');
  return attestedBy === actor.accountId ? needsRole(actor, communityId, ...STAFF_ROLES) : needsRole(actor, communityId, 'OWNER');
}

/** The brand's codes and tokens are its own team's. */
export function canManagePurchases(actor: Actor, communityId: string): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, 'OWNER', 'BRAND_MANAGER');
}

/** Staff attest names, never their own. */
export function canAttest(actor: Actor, member: { readonly accountId: string | null; readonly communityId: string }): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return member.accountId === actor.accountId ? refused('NOT_ALLOWED') : needsRole(actor, member.communityId, ...STAFF_ROLES);
}
