import { declareEvent } from '@fanfare/events';

/** A member says that an entry of theirs is wrong. Subject: the entry. */
export const EntryDisputed = declareEvent<{ disputeId: string; memberId: string }>('entry.disputed');

/**
 * A moderator decided a dispute. `stands`: whether the entry does from now on. `acts`: what it was for, as subject and giver, so that a replay
 * takes back the same. Subject: the entry.
 */
export const EntryJudged = declareEvent<{ memberId: string; rule: string; acts: readonly (readonly [subject: string, giver: string])[]; stands: boolean }>('entry.judged', { staffAct: true });

/** An owner set what the levels ask and open. Subject: the community. `levels`: those that are others now. */
export const LevelRightsChanged = declareEvent<{ levels: string[] }>('levels.changed', { staffAct: true });
