import { declareEvent } from '@fanfare/events';

/** A member says that an entry of theirs is wrong. Subject: the entry. */
export const EntryDisputed = declareEvent<{ disputeId: string; memberId: string }>('entry.disputed');
