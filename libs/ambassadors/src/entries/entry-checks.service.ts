import { createHash } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog, Handlers, MORE, Schedules } from '@fanfare/events';
import { Clock, HOUR, newId } from '@fanfare/kernel';
import { WebClient, WebProblem } from '@fanfare/outbound';
import type { CheckVerdict, EntryState } from '../ambassadors.enums.js';
import { EntryCheckDue, EntryDisclosureLost, EntryReturned } from '../ambassadors.events.js';
import { lookFor, type Wanted } from './disclosure.js';
import type { CheckRow } from './entry.row.js';
import { nextReading } from './next-reading.js';
import { wordsOfPage } from './page-words.js';
import { TRACKING_LINKS, type TrackingLinks } from './tracking.seam.js';

const MOST_AT_ONCE = 200;
const LONGEST_SNAPSHOT = 20_000;
const TYPES = { types: ['text/html', 'application/xhtml+xml', 'text/plain'] };

// The next hour is when an answer that never came is asked for again.
const TAKE_DUE = `
  UPDATE entry_evidence v SET next_check_at = $2
  FROM (SELECT id FROM entry_evidence WHERE next_check_at <= $1 ORDER BY next_check_at LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED) due, entries e
  WHERE v.id = due.id AND e.id = v.entry_id RETURNING v.id, e.id AS "entryId", e.community_id AS "communityId"`;

const PAGE = `
  SELECT v.id, v.url, v.entry_id AS "entryId", e.mission_id AS "missionId", e.member_id AS "memberId", s.tracked,
    coalesce((SELECT jsonb_agg(word ORDER BY word) FROM mission_disclosures d, unnest(d.words) AS word WHERE d.mission_id = s.id AND d.channel = v.channel), '[]') AS words
  FROM entry_evidence v JOIN entries e ON e.id = v.entry_id AND e.revision = v.revision JOIN missions s ON s.id = e.mission_id
  WHERE v.id = $1 AND v.kind = 'LINK' AND e.state NOT IN ('DRAFT', 'WITHDRAWN')`;

const HOLD = `
  SELECT e.id, e.state, e.community_id AS "communityId", e.mission_id AS "missionId", e.member_id AS "memberId", e.disclosure_lost_at AS "lostAt",
    v.failures, v.first_found_at AS "firstFoundAt"
  FROM entries e JOIN entry_evidence v ON v.entry_id = e.id AND v.revision = e.revision WHERE v.id = $1 FOR NO KEY UPDATE OF e, v`;

const KEEP = `
  INSERT INTO entry_checks (id, evidence_id, checked_at, verdict, looked_for, hash, title, snapshot, reason, status)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const PLAN = 'UPDATE entry_evidence SET next_check_at = $2, failures = $3, first_found_at = $4 WHERE id = $1';
const LOST = 'UPDATE entries SET disclosure_lost_at = $2 WHERE id = $1';
const RETURN = `UPDATE entries SET state = 'NEEDS_DISCLOSURE' WHERE id = $1`;

/** Whether another page of the entry lacks it still. */
const STILL_LOST = `
  SELECT 1 FROM entry_evidence v JOIN entries e ON e.id = v.entry_id AND e.revision = v.revision
  CROSS JOIN LATERAL (SELECT verdict FROM entry_checks k WHERE k.evidence_id = v.id ORDER BY checked_at DESC, id DESC LIMIT 1) latest
  WHERE e.id = $1 AND v.id <> $2 AND latest.verdict = 'MISSING' LIMIT 1`;

interface Page {
  readonly id: string;
  readonly url: string;
  readonly entryId: string;
  readonly missionId: string;
  readonly memberId: string;
  readonly tracked: boolean;
  readonly words: readonly string[];
}

interface Held {
  readonly id: string;
  readonly state: EntryState;
  readonly communityId: string;
  readonly missionId: string;
  readonly memberId: string;
  readonly lostAt: Date | null;
  readonly failures: number;
  readonly firstFoundAt: Date | null;
}

type Finding = Omit<CheckRow, 'id' | 'evidenceId' | 'checkedAt'>;

/** Reads the pages that entries link to, for the words that disclose and the tracking link: at once, a week and a month after. */
@Injectable()
export class EntryChecksService {
  constructor(
    schedules: Schedules,
    handlers: Handlers,
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly web: WebClient,
    private readonly events: EventLog,
    private readonly clock: Clock,
    @Optional() @Inject(TRACKING_LINKS) private readonly tracking: TrackingLinks | null,
  ) {
    schedules.every(HOUR / 6, 'ambassadors.recheckPages', (tx) => this.ask(tx));
    handlers.send(EntryCheckDue, 'ambassadors.checkPage', ({ payload }) => this.check(payload.evidenceId));
  }

  private async ask(tx: Tx): Promise<void | typeof MORE> {
    const now = this.clock.now();
    const due = await rowsOf<{ id: string; entryId: string; communityId: string }>(tx, TAKE_DUE, [now, new Date(now.getTime() + HOUR)]);
    for (const { id, entryId, communityId } of due) {
      await this.events.append(tx, EntryCheckDue, { communityId, subjectId: entryId, payload: { evidenceId: id } });
    }
    return due.length === MOST_AT_ONCE ? MORE : undefined;
  }

  private async check(evidenceId: string): Promise<void> {
    const [page] = await this.database.query<Page>(PAGE, [evidenceId]);
    if (!page) return; // taken back, or sent again with another
    const tokens = page.tracked ? await this.transactor.run((tx) => this.tokensOf(tx, page)) : [];
    const finding = await this.look(page.url, { words: page.words, tokens });
    await this.transactor.run((tx) => this.settle(tx, evidenceId, finding));
  }

  private async tokensOf(tx: Tx, { missionId, memberId }: Page): Promise<readonly string[]> {
    return this.tracking === null ? [] : this.tracking.tokensOf(tx, missionId, memberId);
  }

  /** Outside any transaction. */
  private async look(url: string, wanted: Wanted): Promise<Finding> {
    try {
      const { body, contentType } = await this.web.get(url, TYPES);
      const page = wordsOfPage(body, contentType);
      const hash = createHash('sha256').update(body).digest('hex');
      return { ...lookFor(page, wanted), hash, title: page.title || null, snapshot: page.text.slice(0, LONGEST_SNAPSHOT).toWellFormed(), reason: null, status: null };
    } catch (error) {
      if (!(error instanceof WebProblem)) throw error;
      const lookedFor = [{ kind: 'DISCLOSURE' as const, wanted: wanted.words, found: null }];
      return { verdict: 'UNREACHABLE', lookedFor, hash: null, title: null, snapshot: null, reason: error.reason, status: error.status };
    }
  }

  private async settle(tx: Tx, evidenceId: string, finding: Finding): Promise<void> {
    const [held] = await rowsOf<Held>(tx, HOLD, [evidenceId]);
    if (!held || held.state === 'DRAFT' || held.state === 'WITHDRAWN') return;
    const now = this.clock.now();
    const { verdict, lookedFor, hash, title, snapshot, reason, status } = finding;
    await tx.query(KEEP, [newId(), evidenceId, now, verdict, JSON.stringify(lookedFor), hash, title, snapshot, reason, status]);
    const plan = nextReading({ verdict, failures: held.failures, firstFoundAt: held.firstFoundAt, isAccepted: held.state === 'ACCEPTED' }, now);
    await tx.query(PLAN, [evidenceId, plan.nextAt, plan.failures, plan.firstFoundAt]);
    if (held.state === 'SUBMITTED' && verdict === 'MISSING') await this.sendBack(tx, held, evidenceId);
    if (held.state === 'ACCEPTED') await this.judgeAccepted(tx, held, evidenceId, verdict, now);
  }

  private async sendBack(tx: Tx, held: Held, evidenceId: string): Promise<void> {
    await tx.query(RETURN, [held.id]);
    await this.tell(tx, EntryReturned, held, evidenceId);
  }

  private async judgeAccepted(tx: Tx, held: Held, evidenceId: string, verdict: CheckVerdict, now: Date): Promise<void> {
    if (verdict === 'MISSING' && held.lostAt === null) {
      await tx.query(LOST, [held.id, now]);
      await this.tell(tx, EntryDisclosureLost, held, evidenceId);
    }
    if (verdict !== 'FOUND' || held.lostAt === null) return;
    if ((await rowsOf(tx, STILL_LOST, [held.id, evidenceId])).length === 0) await tx.query(LOST, [held.id, null]);
  }

  private async tell(tx: Tx, type: typeof EntryReturned, { id, communityId, missionId, memberId }: Held, evidenceId: string): Promise<void> {
    await this.events.append(tx, type, { communityId, subjectId: id, payload: { missionId, memberId, evidenceId } });
  }
}
