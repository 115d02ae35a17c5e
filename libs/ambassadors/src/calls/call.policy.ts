import { type Actor, ALLOWED, type Decision, hasRole, IDENTITY_LEVELS, type IdentityLevel, type Level, LEVELS, needsRole, refused } from '@fanfare/kernel';
import { type CallRow, stateOf } from './call.row.js';

/** Calls are the brand's. */
export function canRunCalls(actor: Actor, communityId: string): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, 'OWNER', 'BRAND_MANAGER');
}

/** Whether the actor runs the brand's calls, without a word on why not. */
export function runsCalls(actor: Actor, communityId: string): boolean {
  return hasRole(actor, communityId, 'OWNER', 'BRAND_MANAGER');
}

/** A draft is a preview for those who write it; everything else is public. */
export function canSeeCall(actor: Actor, call: Pick<CallRow, 'communityId' | 'publishedAt'>): boolean {
  return call.publishedAt !== null || runsCalls(actor, call.communityId);
}

/** What is known of somebody who wants to apply. */
export interface Applicant {
  readonly level: Level;
  readonly identityLevel: IdentityLevel;
  /** Whether their level may apply to calls in this community at all, and from which on. */
  readonly levelForCalls: Level;
  readonly isStaff: boolean;
  /** A term in force, or one that is offered. */
  readonly hasTerm: boolean;
  /** When another call of the community was last decided against them. */
  readonly lastDeclinedAt: Date | null;
}

/** What they say about themselves when they start. */
export interface Declared {
  readonly country: string | null;
  readonly ofAge: boolean;
}

type Conditions = Pick<CallRow, 'leastLevel' | 'leastIdentity' | 'leastAge' | 'regions' | 'reapplyAfterDays'>;

const DAY_MS = 86_400_000;

/** Whether the call takes applications now. */
export function canTakeApplications(call: Pick<CallRow, 'publishedAt' | 'opensAt' | 'closesAt' | 'undecided'>, now: Date): Decision {
  if (stateOf(call, now) === 'OPEN') return ALLOWED;
  return refused('CALL_NOT_OPEN', { opensAt: call.opensAt.toISOString(), closesAt: call.closesAt.toISOString() });
}

/** Who somebody is, against what the call asks; the first thing that is missing is named. */
export function isEligible(call: Conditions, applicant: Applicant, now: Date): Decision {
  if (applicant.isStaff) return refused('STAFF_CANNOT_APPLY');
  if (applicant.hasTerm) return refused('ALREADY_AMBASSADOR');
  const level = levelToApply(call, applicant.levelForCalls);
  if (LEVELS.indexOf(applicant.level) < LEVELS.indexOf(level)) return refused('LEVEL_TOO_LOW', { level });
  if (IDENTITY_LEVELS.indexOf(applicant.identityLevel) < IDENTITY_LEVELS.indexOf(call.leastIdentity)) {
    return refused('IDENTITY_TOO_LOW', { identity: call.leastIdentity });
  }
  const again = applicant.lastDeclinedAt && new Date(applicant.lastDeclinedAt.getTime() + call.reapplyAfterDays * DAY_MS);
  return again && again > now ? refused('REAPPLY_LATER', { until: again.toISOString() }) : ALLOWED;
}

/** What they declare, against what the call asks. */
export function isDeclaredEligible(call: Conditions, { country, ofAge }: Declared): Decision {
  if (call.leastAge > 0 && !ofAge) return refused('UNDER_AGE', { age: call.leastAge });
  if (call.regions.length > 0 && (country === null || !call.regions.includes(country))) return refused('REGION_NOT_ELIGIBLE', { country });
  return ALLOWED;
}

/** From which level on a call takes applications: its own, or the one that may apply to calls in the community at all. */
export function levelToApply(call: Pick<CallRow, 'leastLevel'>, levelForCalls: Level): Level {
  return highest(LEVELS, call.leastLevel, levelForCalls);
}

function highest<Value>(order: readonly Value[], a: Value, b: Value): Value {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
