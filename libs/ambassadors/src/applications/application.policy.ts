import { type Actor, ALLOWED, type Decision, hasRole, mayUse, refused } from '@fanfare/kernel';
import { canRunCalls, runsCalls } from '../calls/call.policy.js';
import type { ApplicationRow } from './application.row.js';

export const DECIDED: readonly string[] = ['SELECTED', 'WAITING', 'DECLINED'];

type Of = Pick<ApplicationRow, 'accountId' | 'communityId' | 'state' | 'blind' | 'selection' | 'withheld'>;

/** What a reader is to an application: the one who made it, of its panel, or somebody of the community. */
export interface Reader {
  readonly actor: Actor;
  /** Whether they were named to read this call's applications. */
  readonly isReviewer: boolean;
}

export function isOwn(actor: Actor, { accountId }: Pick<ApplicationRow, 'accountId'>): boolean {
  return actor.accountId !== null && actor.accountId === accountId;
}

/** The panel: the brand's people, and members who were named, as long as they take part in the community. */
export function isOfPanel({ actor, isReviewer }: Reader, communityId: string): boolean {
  return (isReviewer && mayUse(actor, communityId, 'POSTING').allowed) || runsCalls(actor, communityId);
}

/**
 * Who knows of an application: its member; the panel once it is submitted; where the community votes everybody, as long as it
 * stands. A draft is its member's alone; what is held, the moderators' too.
 */
export function canReadApplication(reader: Reader, application: Of): boolean {
  if (isOwn(reader.actor, application)) return true;
  if (application.state === 'DRAFT' || application.state === 'WITHDRAWN') return false;
  if (application.withheld) return isModerator(reader, application);
  return isOfPanel(reader, application.communityId) || application.selection !== 'PANEL';
}

/** Whether the reader is told whose it is: of a blind call not before it is decided. */
export function canSeeApplicant(reader: Reader, application: Of): boolean {
  return isOwn(reader.actor, application) || !application.blind || DECIDED.includes(application.state);
}

/** A moderator reads what intake held, and nothing else that is for the panel. */
function isModerator({ actor }: Reader, { communityId }: Pick<Of, 'communityId'>): boolean {
  return hasRole(actor, communityId, 'MODERATOR');
}

/** What was said to the panel alone. */
export function canReadAsPanel(reader: Reader, application: Of): boolean {
  return isOwn(reader.actor, application) || isOfPanel(reader, application.communityId);
}

/** Whether the actor may judge: of the panel, not their own, and without a declared conflict. */
export function canJudge(reader: Reader, application: Of, hasConflict: boolean): Decision {
  if (reader.actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (!isOfPanel(reader, application.communityId)) return refused('NOT_A_REVIEWER');
  if (isOwn(reader.actor, application)) return refused('OWN_APPLICATION');
  return hasConflict ? refused('CONFLICT_DECLARED') : ALLOWED;
}

/** Whether the actor may give the answer: the brand, with the same limits. */
export function canDecide(reader: Reader, application: Of, hasConflict: boolean): Decision {
  const running = canRunCalls(reader.actor, application.communityId);
  return running.allowed ? canJudge(reader, application, hasConflict) : running;
}
