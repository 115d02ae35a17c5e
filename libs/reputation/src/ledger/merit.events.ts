import { declareEvent } from '@fanfare/events';

/**
 * What rooms above this one tell the ledger, in the transaction of the decision. Each says how things stand from now on, so
 * that an appeal or an undo is told by the same event again: what an earlier verdict brought or cost is taken back.
 */

/** How a report was judged. `memberId` reported; `UNFOUNDED` in good faith brings and costs nothing. Subject: the report. */
export const ReportJudged = declareEvent<{ memberId: string; verdict: 'UPHELD' | 'UNFOUNDED' | 'ABUSIVE' }>('report.judged');

/**
 * A moderator removed something or put it back; ideas tell it by their moves. While it is removed, what it brought its
 * author (helpful marks) is taken back. `memberId` wrote it. Subject: the comment or other content.
 */
export const ContentJudged = declareEvent<{ memberId: string; removed: boolean }>('content.judged');

/** Staff accepted what an ambassador submitted for a mission, or not any more. `memberId` submitted it. Subject: the entry. */
export const MissionEntryJudged = declareEvent<{ memberId: string; accepted: boolean }>('mission.judged');
