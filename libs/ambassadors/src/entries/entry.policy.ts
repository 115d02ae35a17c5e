import { type Actor, ALLOWED, canReadWithheld, type Decision, hasRole, mayUse, refused } from '@fanfare/kernel';
import { canRunProgramme } from '../missions/mission.policy.js';
import type { EntryRow } from './entry.row.js';

/** What policies look at. */
export type PolicyEntry = Pick<EntryRow, 'communityId' | 'authorAccountId' | 'state' | 'withheld'>;

const EDITABLE: readonly EntryRow['state'][] = ['DRAFT', 'SUBMITTED', 'NEEDS_DISCLOSURE', 'CHANGE_ASKED', 'REFUSED'];
const REVIEWABLE: readonly EntryRow['state'][] = ['SUBMITTED', 'ACCEPTED'];

/** Whether it is the actor's own. */
function isOwnEntry(actor: Actor, { authorAccountId }: Pick<EntryRow, 'authorAccountId'>): boolean {
  return actor.accountId !== null && actor.accountId === authorAccountId;
}

/** Whether the actor sees how it goes on: its author, the brand's team, moderators. */
export function canReadProgress(actor: Actor, entry: PolicyEntry): boolean {
  return isOwnEntry(actor, entry) || (entry.state !== 'DRAFT' && hasRole(actor, entry.communityId, 'OWNER', 'BRAND_MANAGER', 'MODERATOR'));
}

/** Whether the actor may read an entry at all: everybody what was accepted and is shown, as it was sent. */
export function canReadEntry(actor: Actor, entry: PolicyEntry): boolean {
  return canReadProgress(actor, entry) || (entry.state === 'ACCEPTED' && canReadWithheld(actor, entry));
}

/** SQL twin for lists of accepted work, over `e` and `w`. @param account SQL: the reader's account */
export const shownEntries = (account: string) => `e.state = 'ACCEPTED' AND (e.withheld IS NULL OR w.account_id = ${account})`;

/** Whether the actor may change it and send it (again): its author, until it is accepted. */
export function canEditEntry(actor: Actor, entry: PolicyEntry): Decision {
  const own = canWithdrawEntry(actor, entry);
  if (!own.allowed) return own;
  if (entry.withheld === 'REMOVED') return refused('WITHHELD');
  return EDITABLE.includes(entry.state) ? mayUse(actor, entry.communityId, 'POSTING') : refused('ENTRY_NOT_EDITABLE', { state: entry.state });
}

/** Whether the actor may take it back: its author, whatever became of it. */
export function canWithdrawEntry(actor: Actor, entry: PolicyEntry): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (!isOwnEntry(actor, entry)) return refused('NOT_ALLOWED');
  return entry.state === 'WITHDRAWN' ? refused('ENTRY_NOT_EDITABLE', { state: entry.state }) : ALLOWED;
}

/** Whether the actor may review it: the brand's team, somebody else's, once it was sent. What was accepted can be taken back. */
export function canReviewEntry(actor: Actor, entry: PolicyEntry): Decision {
  const runs = canRunProgramme(actor, entry.communityId);
  if (!runs.allowed) return runs;
  if (isOwnEntry(actor, entry)) return refused('OWN_ENTRY');
  return REVIEWABLE.includes(entry.state) ? ALLOWED : refused('ENTRY_NOT_REVIEWABLE', { state: entry.state });
}

/** Whether the actor may appeal: its author, against a refusal. */
export function canAppealEntry(actor: Actor, entry: PolicyEntry): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (!isOwnEntry(actor, entry)) return refused('NOT_ALLOWED');
  return entry.state === 'REFUSED' ? ALLOWED : refused('NOT_APPEALABLE');
}
