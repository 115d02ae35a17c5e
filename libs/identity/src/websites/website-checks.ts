import { Injectable } from '@nestjs/common';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog, Handlers, MORE, Schedules } from '@fanfare/events';
import { Clock, DAY, HOUR } from '@fanfare/kernel';
import { WebProblem } from '@fanfare/outbound';
import type { EvidenceRow } from '../evidence.row.js';
import { EvidenceService } from '../evidence.service.js';
import { ProfileUrls } from './profile-urls.js';
import { pageOf } from './site.js';
import { WebsiteReader } from './website-reader.js';
import { RECHECK_MS } from './websites.service.js';
import { EvidenceEndsSoon } from '../evidence.events.js';
import { WebsiteCheckDue } from './website.events.js';

const MOST_AT_ONCE = 100;
/** A page that cannot be read is tried again the next day, so many times: servers are down, certificates run out. */
const MOST_FAILURES = 7;
/** After so many its person is told. */
const WORRYING_FAILURES = 3;

// The next day is when an answer that never came is asked for again.
const TAKE_DUE = `
  UPDATE evidence_pages p SET next_check_at = CASE WHEN e.ended_at IS NULL THEN $2::timestamptz END
  FROM (SELECT evidence_id FROM evidence_pages WHERE next_check_at <= $1 ORDER BY next_check_at LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED) due
  JOIN evidence e ON e.id = due.evidence_id
  WHERE p.evidence_id = due.evidence_id RETURNING e.id, e.account_id AS "accountId", e.ended_at AS "endedAt"`;

const PAGE = `
  SELECT e.id, e.account_id AS "accountId", p.url FROM evidence e JOIN evidence_pages p ON p.evidence_id = e.id
  WHERE e.id = $1 AND e.ended_at IS NULL`;

const HOLDS = 'UPDATE evidence_pages SET checked_at = $2, next_check_at = $3, failures = 0 WHERE evidence_id = $1';
const FAILED = 'UPDATE evidence_pages SET failures = failures + 1, next_check_at = $2 WHERE evidence_id = $1 RETURNING failures';
const WARNED = 'UPDATE evidence SET warned_at = $2 WHERE id = $1';

type Due = Pick<EvidenceRow, 'id' | 'accountId' | 'endedAt'>;
type Checked = Pick<EvidenceRow, 'id' | 'accountId'> & { readonly url: string };

/** Looks at linked pages again each month: a link that is gone ends the proof, a page that is down for a week too. */
@Injectable()
export class WebsiteChecks {
  constructor(
    schedules: Schedules,
    handlers: Handlers,
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly reader: WebsiteReader,
    private readonly profiles: ProfileUrls,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
  ) {
    schedules.every(HOUR, 'identity.recheckWebsites', (tx) => this.ask(tx));
    handlers.send(WebsiteCheckDue, 'identity.checkWebsite', ({ payload }) => this.check(payload.evidenceId));
  }

  private async ask(tx: Tx): Promise<void | typeof MORE> {
    const now = this.clock.now();
    const due = await rowsOf<Due>(tx, TAKE_DUE, [now, new Date(now.getTime() + DAY)]);
    for (const { id, accountId, endedAt } of due) {
      if (endedAt === null) await this.events.append(tx, WebsiteCheckDue, { subjectId: accountId, payload: { evidenceId: id } });
    }
    return due.length === MOST_AT_ONCE ? MORE : undefined;
  }

  private async check(evidenceId: string): Promise<void> {
    const [page] = await this.database.query<Checked>(PAGE, [evidenceId]);
    if (!page) return;
    const found = await this.look(page);
    await this.transactor.run((tx) => this.settle(tx, page, found));
  }

  /** Whether the page still says whose it is; null when it could not be read. */
  private async look({ accountId, url }: Checked): Promise<boolean | null> {
    try {
      const read = await this.reader.read(url, await this.profiles.of(accountId));
      return read.profileUrl !== null && read.subject === pageOf(url).subject;
    } catch (error) {
      if (error instanceof WebProblem) return null;
      throw error;
    }
  }

  private async settle(tx: Tx, page: Checked, found: boolean | null): Promise<void> {
    const now = this.clock.now().getTime();
    if (found) return this.hold(tx, page, now);
    if (found === null) {
      const [failed] = await rowsOf<{ failures: number }>(tx, FAILED, [page.id, new Date(now + DAY)]);
      if (failed!.failures === WORRYING_FAILURES) await this.warn(tx, page);
      if (failed!.failures < MOST_FAILURES) return;
    }
    await this.evidence.expire(tx, page, 'LAPSED');
  }

  private async hold(tx: Tx, { id }: Checked, now: number): Promise<void> {
    await tx.query(HOLDS, [id, new Date(now), new Date(now + RECHECK_MS)]);
    await tx.query(WARNED, [id, null]);
  }

  private async warn(tx: Tx, { id, accountId }: Checked): Promise<void> {
    await tx.query(WARNED, [id, this.clock.now()]);
    await this.events.append(tx, EvidenceEndsSoon, { subjectId: accountId, payload: { evidenceId: id, kind: 'WEBSITE' } });
  }
}
