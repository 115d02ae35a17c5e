import { declareEvent } from '@fanfare/events';
import type { TextsChoice } from './deletion.row.js';

// The subject of each is the account. What was deleted is never told: only that it was.

export const AccountDeletionRequested = declareEvent<{ texts: TextsChoice; dueAt: string }>('account.deletionRequested');
export const AccountDeletionCancelled = declareEvent('account.deletionCancelled');
/** The pause is over: a worker begins. */
export const AccountDeletionDue = declareEvent('account.deletionDue');
/** Done. `farewell` is where the last mail finds its address. */
export const AccountDeleted = declareEvent<{ farewell: string }>('account.deleted');
