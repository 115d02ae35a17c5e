import { ALLOWED, type Decision, refused } from './problem.js';
import { isShutOut, mayUse, type Restriction } from './restriction.js';

/** What a person may be in one community beside a member. `OPERATOR` runs the deployment and is no staff role. */
export const STAFF_ROLES = ['OWNER', 'BRAND_MANAGER', 'MODERATOR'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const IDENTITY_LEVELS = ['ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED'] as const;
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

export const LEVELS = ['NEWCOMER', 'FAN', 'REGULAR', 'ADVOCATE', 'CHAMPION'] as const;
export type Level = (typeof LEVELS)[number];

/** One role in one community. */
export interface Grant {
  readonly communityId: string;
  readonly role: StaffRole;
}

/** Who acts. A visitor has no account. */
export interface Actor {
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly isOperator: boolean;
  readonly grants: readonly Grant[];
  /** Roles and powers that wait for a second factor: they say what somebody is, and let them do nothing. Left out when none do. */
  readonly held?: Held;
  /** What they may not do, in each community, by decisions in force now. Left out when there is none. */
  readonly restrictions?: readonly Restriction[];
}

export interface Held {
  readonly isOperator: boolean;
  readonly grants: readonly Grant[];
}

export const VISITOR: Actor = Object.freeze({ accountId: null, sessionId: null, isOperator: false, grants: [] });

/** Whether the actor may act in one of the roles in the community. */
export function hasRole(actor: Actor, communityId: string, ...roles: StaffRole[]): boolean {
  return covers(actor.grants, communityId, roles);
}

/** Whether the actor may act as staff of the community in any role. */
export function isStaff(actor: Actor, communityId: string): boolean {
  return hasRole(actor, communityId, ...STAFF_ROLES);
}

/**
 * Whether the actor is on the staff of the community, also while their powers wait for a second factor: what they say is
 * marked as said by staff either way.
 */
export function isOnStaff(actor: Actor, communityId: string): boolean {
  return isStaff(actor, communityId) || covers(actor.held?.grants ?? [], communityId, STAFF_ROLES);
}

/**
 * Whether the actor may act in one of the roles; whoever holds it and lacks a second factor is told so, not that they may not,
 * and so is whoever is suspended or banned there.
 */
export function needsRole(actor: Actor, communityId: string, ...roles: StaffRole[]): Decision {
  if (hasRole(actor, communityId, ...roles)) return ALLOWED;
  if (isShutOut(actor, communityId)) return mayUse(actor, communityId, 'TAKING_PART');
  return refused(covers(actor.held?.grants ?? [], communityId, roles) ? 'SECOND_FACTOR_NEEDED' : 'NOT_ALLOWED');
}

/** Whether the actor may act as who runs the deployment; told apart as in `needsRole`. */
export function needsOperator(actor: Actor): Decision {
  if (actor.isOperator) return ALLOWED;
  return refused(actor.held?.isOperator ? 'SECOND_FACTOR_NEEDED' : 'NOT_ALLOWED');
}

function covers(grants: readonly Grant[], communityId: string, roles: readonly StaffRole[]): boolean {
  return grants.some((grant) => grant.communityId === communityId && roles.includes(grant.role));
}

/** Whether a level reaches another one. */
export function identityAtLeast(level: IdentityLevel, least: IdentityLevel): boolean {
  return IDENTITY_LEVELS.indexOf(level) >= IDENTITY_LEVELS.indexOf(least);
}
