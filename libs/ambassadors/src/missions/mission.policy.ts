import { type Actor, ALLOWED, type Decision, hasRole, needsRole, refused } from '@fanfare/kernel';
import type { MissionRow } from './mission.row.js';

/** What policies look at. */
export type PolicyMission = Pick<MissionRow, 'communityId' | 'state' | 'opensAt' | 'closesAt' | 'rallyAt' | 'rallyUntil'>;

const DAY = 86_400_000;
/** After a mission closed, what was sent back may still be mended for so long. */
const MENDING_MS = 14 * DAY;

/** Whether the actor runs the ambassador programme: writes missions and reviews entries. */
export function canRunProgramme(actor: Actor, communityId: string): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, 'OWNER', 'BRAND_MANAGER');
}

/** Whether the actor may read a mission: everybody what is published, the brand's team its drafts too. */
export function canReadMission(actor: Actor, { state, communityId }: Pick<MissionRow, 'state' | 'communityId'>): boolean {
  return state !== 'DRAFT' || hasRole(actor, communityId, 'OWNER', 'BRAND_MANAGER');
}

/** SQL twin of `canReadMission`, over `s`. @param team SQL: whether the reader runs the programme */
export const readableMissions = (team: string) => `(s.state <> 'DRAFT' OR ${team})`;

/** Whether a mission can be chosen now. */
export function isOpenFor(mission: PolicyMission, now: Date): Decision {
  const open = mission.state === 'PUBLISHED' && mission.opensAt <= now && now < mission.closesAt;
  return open ? ALLOWED : refused('MISSION_NOT_OPEN');
}

/**
 * Whether something can be submitted for it now: while it is open, for a rally within its hour. What was submitted in time and
 * sent back can be mended for a fortnight more.
 */
export function takesEntries(mission: PolicyMission, { wasSubmitted }: { readonly wasSubmitted: boolean }, now: Date): Decision {
  if (wasSubmitted) {
    const mendable = mission.state !== 'DRAFT' && now.getTime() < mission.closesAt.getTime() + MENDING_MS;
    return mendable ? ALLOWED : refused('MISSION_NOT_OPEN');
  }
  const open = isOpenFor(mission, now);
  if (!open.allowed || mission.rallyAt === null) return open;
  return mission.rallyAt <= now && now < mission.rallyUntil! ? ALLOWED : refused('MISSION_NOT_OPEN');
}
