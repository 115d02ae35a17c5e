import { declareEvent } from '@fanfare/events';

/** A member says that an entry of theirs is wrong. Subject: the entry. */
export const EntryDisputed = declareEvent<{ disputeId: string; memberId: string }>('entry.disputed');

/** An owner set what the levels ask and open. Subject: the community. `levels`: those that are others now. */
export const LevelRightsChanged = declareEvent<{ levels: string[] }>('levels.changed', { staffAct: true });
