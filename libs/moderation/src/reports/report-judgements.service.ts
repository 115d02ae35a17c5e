import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { Clock } from '@fanfare/kernel';
import { NoticeJudged, ReportJudged } from '../moderation.events.js';
import type { ReviewItemRow } from '../queue/review-item.row.js';
import type { ReportOutcome } from './report.category.js';

const JUDGE = `
  UPDATE reports SET verdict = CASE WHEN $2 = 'UNFOUNDED' AND id = ANY ($3::uuid[]) THEN 'ABUSIVE' ELSE $2 END, judged_at = $4 WHERE item_id = $1
  RETURNING id, reporter_id AS "memberId", verdict`;

/** Says how the reports about an item were judged: they follow its decision, and follow it again when that falls. */
@Injectable()
export class ReportJudgements {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges all reports about an item, in the transaction of the decision.
   *
   * @param verdict `UPHELD` when the decision restricts, `UNFOUNDED` when it keeps
   * @param abusive ids of those that the moderator calls abusive; of upheld ones none is
   */
  async judge(tx: Tx, { id, communityId }: Pick<ReviewItemRow, 'id' | 'communityId'>, verdict: 'UPHELD' | 'UNFOUNDED', abusive: readonly string[] = []): Promise<void> {
    const judged = await rowsOf<{ id: string; memberId: string | null; verdict: ReportOutcome }>(tx, JUDGE, [id, verdict, abusive, this.clock.now()]);
    for (const report of judged) {
      const event = { communityId, actorId: null, subjectId: report.id };
      if (report.memberId === null) await this.events.append(tx, NoticeJudged, { ...event, payload: { verdict: report.verdict } });
      else await this.events.append(tx, ReportJudged, { ...event, payload: { memberId: report.memberId, verdict: report.verdict } });
    }
  }
}
