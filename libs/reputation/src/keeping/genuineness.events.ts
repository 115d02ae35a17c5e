import { declareEvent } from '@fanfare/events';

/** Subject: the community, whose votes have changed since they were last judged, or whose night has come. */
export const GenuinenessDue = declareEvent<{ full: boolean }>('genuineness.due');

/** Subject: the idea, of which so many votes wait now. `cameFor`: the ideas that their members came for. */
export const VotesSetAside = declareEvent<{ votes: number; cameFor: readonly string[]; model: number }>('votes.setAside');

/** Subject: the idea, of which so many votes count again. */
export const VotesReleased = declareEvent<{ votes: number; model: number }>('votes.released');

/** A moderator decided about those who came together for an idea, the subject. */
export const VotesRuled = declareEvent<{ rulingId: string; counts: boolean; votes: number }>('votes.ruled', { staffAct: true });
