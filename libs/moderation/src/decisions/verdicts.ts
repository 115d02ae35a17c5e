import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { ReportJudgements } from '../reports/report-judgements.service.js';

const RESTRICTED = `
  SELECT FROM decisions WHERE item_id = $1 AND action <> 'KEEP' AND NOT automated_decision AND holds_for IS NULL AND state IN ('IN_FORCE', 'ENDED') LIMIT 1`;

/** What becomes of the reports about an item: upheld as long as a decision about it restricts, unfounded in good faith when it does not. */
@Injectable()
export class Verdicts {
  constructor(private readonly judgements: ReportJudgements) {}

  /** Judges them as the item's decisions stand now. @param abusive ids of those that were made to harm */
  async settle(tx: Tx, item: { id: string; communityId: string }, abusive: readonly string[] = []): Promise<void> {
    const restricts = (await rowsOf(tx, RESTRICTED, [item.id])).length > 0;
    await this.judgements.judge(tx, item, restricts ? 'UPHELD' : 'UNFOUNDED', abusive);
  }
}
