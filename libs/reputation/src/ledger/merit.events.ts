import { declareEvent } from '@fanfare/events';

// What moderation tells the ledger, in the transaction of its decision.
export { ContentJudged, ReportJudged } from '@fanfare/moderation';

/** Staff accepted what an ambassador submitted for a mission, or not any more. `memberId` submitted it. Subject: the entry. */
export const MissionEntryJudged = declareEvent<{ memberId: string; accepted: boolean }>('mission.judged');
