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
}

export const VISITOR: Actor = Object.freeze({ accountId: null, sessionId: null, isOperator: false, grants: [] });

/** Whether the actor holds one of the roles in the community. */
export function hasRole(actor: Actor, communityId: string, ...roles: StaffRole[]): boolean {
  return actor.grants.some((grant) => grant.communityId === communityId && roles.includes(grant.role));
}

/** Whether the actor is on the staff of the community in any role. */
export function isStaff(actor: Actor, communityId: string): boolean {
  return hasRole(actor, communityId, ...STAFF_ROLES);
}

/** Whether a level reaches another one. */
export function identityAtLeast(level: IdentityLevel, least: IdentityLevel): boolean {
  return IDENTITY_LEVELS.indexOf(level) >= IDENTITY_LEVELS.indexOf(least);
}
