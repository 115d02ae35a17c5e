import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Actor, Clock, DAY, newId, Problem } from '@fanfare/kernel';
import { type Appealable, AppealSubjects } from '../appeals/appeal-subjects.js';
import { EntryAcceptance } from './entry-acceptance.service.js';
import { EntriesQueries } from './entries.queries.js';

/** Half a year, as for every decision of moderators. */
const APPEAL_MS = 182 * DAY;

const LAST = `SELECT id, outcome, reviewed_at AS at FROM entry_reviews WHERE entry_id = $1 ORDER BY reviewed_at DESC, id DESC LIMIT 1`;
const ACCEPTED = `
  INSERT INTO entry_reviews (id, entry_id, member_id, revision, outcome, reason, saw_disclosure, reviewed_by, reviewed_at)
  VALUES ($1, $2, $3, $4, 'ACCEPT', $5, true, NULL, $6)`;
const MISSING = `
  SELECT 1 FROM entry_evidence v JOIN entries e ON e.id = v.entry_id AND e.revision = v.revision
  CROSS JOIN LATERAL (SELECT verdict, reason FROM entry_checks k WHERE k.evidence_id = v.id ORDER BY checked_at DESC, id DESC LIMIT 1) latest
  WHERE e.id = $1 AND (latest.verdict = 'MISSING' OR latest.reason IN ('ADDRESS', 'URL')) LIMIT 1`;

/** A refused entry can be appealed against; overturned, it is accepted and paid like any other, even where the brand left its budget empty. */
@Injectable()
export class EntryAppeals {
  constructor(
    subjects: AppealSubjects,
    private readonly queries: EntriesQueries,
    private readonly acceptance: EntryAcceptance,
    private readonly clock: Clock,
  ) {
    subjects.register('ENTRY', { hold: (tx, id) => this.hold(tx, id), overturn: (tx, actor, id, reasons) => this.overturn(tx, actor, id, reasons) });
  }

  private async hold(tx: Tx, id: string): Promise<Appealable> {
    const entry = await this.queries.lock(tx, id);
    const [last] = entry.state === 'REFUSED' ? await rowsOf<{ id: string; outcome: string; at: Date }>(tx, LAST, [entry.id]) : [];
    const until = last ? new Date(last.at.getTime() + APPEAL_MS) : null;
    const { communityId, memberId, authorAccountId: accountId } = entry;
    return { id: entry.id, communityId, memberId, accountId, against: last?.id ?? null, until };
  }

  /** @throws Problem `DISCLOSURE_MISSING`: not even an appeal pays for what hides its sponsor */
  private async overturn(tx: Tx, actor: Actor, id: string, reasons: string): Promise<void> {
    const entry = await this.queries.lock(tx, id);
    if ((await rowsOf(tx, MISSING, [entry.id])).length > 0) throw new Problem('DISCLOSURE_MISSING');
    const reviewId = newId();
    const reason = reasons.slice(0, 2_000);
    await tx.query(ACCEPTED, [reviewId, entry.id, entry.memberId, entry.revision, reason, this.clock.now()]);
    await this.acceptance.accept(tx, entry, actor, reason);
  }
}
