import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog, MORE, Schedules } from '@fanfare/events';
import { Clock, DAY, HOUR, MINUTE } from '@fanfare/kernel';
import { EvidenceEndsSoon } from './evidence.events.js';
import type { EvidenceRow } from './evidence.row.js';
import { EvidenceService } from './evidence.service.js';

const MOST_AT_ONCE = 200;

// By account: whoever holds many accounts at once takes them in this order.
const DUE = `
  SELECT e.id, e.account_id AS "accountId" FROM (
    SELECT id, account_id FROM evidence WHERE ended_at IS NULL AND expires_at <= $1 ORDER BY expires_at LIMIT ${MOST_AT_ONCE}
  ) e ORDER BY e.account_id, e.id`;

/** How long before its end a person is told of it. */
const NOTICE_MS = 14 * DAY;

const WARN = `
  UPDATE evidence e SET warned_at = $1 FROM (
    SELECT id FROM evidence WHERE ended_at IS NULL AND warned_at IS NULL AND expires_at > $1 AND expires_at <= $2
    ORDER BY expires_at LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED
  ) due WHERE e.id = due.id RETURNING e.id, e.account_id AS "accountId", e.kind, e.community_id AS "communityId"`;

/** Ends proofs whose time is over, and says so two weeks before. */
@Injectable()
export class EvidenceExpiry {
  constructor(
    schedules: Schedules,
    private readonly evidence: EvidenceService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {
    schedules.every(5 * MINUTE, 'identity.expireEvidence', (tx) => this.expire(tx));
    schedules.every(HOUR, 'identity.warnOfEnds', (tx) => this.warn(tx));
  }

  private async expire(tx: Tx): Promise<void | typeof MORE> {
    const due = await rowsOf<Pick<EvidenceRow, 'id' | 'accountId'>>(tx, DUE, [this.clock.now()]);
    for (const evidence of due) await this.evidence.expire(tx, evidence, 'EXPIRED');
    return due.length === MOST_AT_ONCE ? MORE : undefined;
  }

  private async warn(tx: Tx): Promise<void | typeof MORE> {
    const now = this.clock.now();
    const due = await rowsOf<Pick<EvidenceRow, 'id' | 'accountId' | 'kind' | 'communityId'>>(tx, WARN, [now, new Date(now.getTime() + NOTICE_MS)]);
    for (const { id, accountId, kind, communityId } of due) {
      await this.events.append(tx, EvidenceEndsSoon, { communityId, subjectId: accountId, payload: { evidenceId: id, kind } });
    }
    return due.length === MOST_AT_ONCE ? MORE : undefined;
  }
}
