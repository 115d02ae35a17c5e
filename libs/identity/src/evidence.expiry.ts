import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { MORE, Schedules } from '@fanfare/events';
import { Clock, MINUTE } from '@fanfare/kernel';
import type { EvidenceRow } from './evidence.row.js';
import { EvidenceService } from './evidence.service.js';

const MOST_AT_ONCE = 200;

// By account: whoever holds many accounts at once takes them in this order.
const DUE = `
  SELECT e.id, e.account_id AS "accountId" FROM (
    SELECT id, account_id FROM evidence WHERE ended_at IS NULL AND expires_at <= $1 ORDER BY expires_at LIMIT ${MOST_AT_ONCE}
  ) e ORDER BY e.account_id, e.id`;

/** Ends proofs whose time is over. */
@Injectable()
export class EvidenceExpiry {
  constructor(
    schedules: Schedules,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
  ) {
    schedules.every(5 * MINUTE, 'identity.expireEvidence', (tx) => this.expire(tx));
  }

  private async expire(tx: Tx): Promise<void | typeof MORE> {
    const due = await rowsOf<Pick<EvidenceRow, 'id' | 'accountId'>>(tx, DUE, [this.clock.now()]);
    for (const evidence of due) await this.evidence.expire(tx, evidence, 'EXPIRED');
    return due.length === MOST_AT_ONCE ? MORE : undefined;
  }
}
