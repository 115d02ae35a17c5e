import { type Actor, ALLOWED, type Decision, hasRole, isStaff, needsRole, refused, STAFF_ROLES } from '@fanfare/kernel';
import type { EvidenceRow } from './evidence.row.js';

type Owned = Pick<EvidenceRow, 'accountId' | 'communityId' | 'attestedBy' | 'kind'>;

/** Everybody may drop what they brought; an attested name is also taken back by who attested it, or by an owner there. */
export function canRevokeEvidence(actor: Actor, evidence: Owned): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (evidence.accountId === actor.accountId) return ALLOWED;
  // To whoever may not know of it, it does not exist.
  return withdrawsForBrand(actor, evidence) ? ALLOWED : refused('NOT_FOUND');
}

/** Whether the actor would take the brand's word back, and not drop a proof of their own. */
export function withdrawsForBrand(actor: Actor, { accountId, communityId, attestedBy, kind }: Owned): boolean {
  if (accountId === actor.accountId || communityId === null || kind !== 'REAL_NAME') return false;
  const attested = attestedBy === actor.accountId && isStaff(actor, communityId);
  return attested || hasRole(actor, communityId, 'OWNER');
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
