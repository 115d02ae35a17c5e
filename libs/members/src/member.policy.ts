import { type Actor, ALLOWED, canReadWithheld, type Decision, needsOperator, needsRole, refused, STAFF_ROLES } from '@fanfare/kernel';
import type { MemberRow } from './member.row.js';

/** A profile is its person's own, and nobody else's to word. What moderators removed stays as it was. */
export function canEditProfile(actor: Actor, member: Pick<MemberRow, 'accountId'> & Partial<Pick<MemberRow, 'withheld'>>): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (member.accountId !== actor.accountId) return refused('NOT_ALLOWED');
  return member.withheld === 'REMOVED' ? refused('WITHHELD') : ALLOWED;
}

/** Whether the actor may read what a profile says about its person. */
export function canReadProfile(actor: Actor, { communityId, accountId, withheld }: Pick<MemberRow, 'communityId' | 'accountId' | 'withheld'>): boolean {
  return canReadWithheld(actor, { communityId, authorAccountId: accountId, withheld });
}

/** What a reader is given: the member, or of a withheld profile who it is, by their handle. */
export function memberAsSeenBy(actor: Actor, member: MemberRow): MemberRow {
  return canReadProfile(actor, member) ? member : { ...member, displayName: member.handle, bio: '' };
}

/** Roles are given and taken by an owner, or by whoever runs the deployment when there is none to ask. */
export function canManageRoles(actor: Actor, communityId: string): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (actor.isOperator) return ALLOWED;
  const asOwner = needsRole(actor, communityId, 'OWNER');
  return !asOwner.allowed && asOwner.reason === 'NOT_ALLOWED' ? needsOperator(actor) : asOwner;
}

/** What staff did is read by staff, in whatever role: each sees what is done in the common name. */
export function canReadAuditLog(actor: Actor, communityId: string): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, ...STAFF_ROLES);
}

export interface Joining {
  /** The version of the terms that the person read; the one in force when left out. */
  readonly acceptedTerms?: number | null;
  /** Whether they have reached the community's least age; joining without a word on it says that they have. */
  readonly ofAge?: boolean | null;
}

/**
 * Joining accepts the terms in force and says that the least age is reached. Whoever says which terms they read, or that they
 * are too young, is held to it.
 */
export function canJoin(joining: Joining, community: { readonly termsVersion: number; readonly minAge: number }): Decision {
  if ((joining.acceptedTerms ?? community.termsVersion) !== community.termsVersion) return refused('TERMS_NOT_ACCEPTED');
  return community.minAge > 0 && joining.ofAge === false ? refused('UNDER_AGE') : ALLOWED;
}
