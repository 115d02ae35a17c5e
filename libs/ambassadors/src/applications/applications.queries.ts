import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor, isId, Problem } from '@fanfare/kernel';
import { type AnswerRow, APPLICATION_COLUMNS, APPLICATION_TABLES, type ApplicationRow, type DecisionRow } from './application.row.js';

const OWN_ORDER = 'OWN';

const OWN = `
  SELECT ${APPLICATION_COLUMNS} FROM ${APPLICATION_TABLES}
  WHERE m.account_id = $1 AND a.community_id = $2 AND ($3::timestamptz IS NULL OR (a.started_at, a.id) < ($3, $4::uuid))
  ORDER BY a.started_at DESC, a.id DESC LIMIT $5`;

const DECISIONS = `
  SELECT d.id, d.application_id AS "applicationId", d.community_id AS "communityId", d.state, d.reason, d.decided_by AS "decidedBy", d.decided_at AS at,
    d.reverses, r.asked_at AS "reviewAskedAt", r.text AS "reviewText", r.outcome AS "reviewOutcome", r.answer AS "reviewAnswer"
  FROM application_decisions d LEFT JOIN application_reviews_asked r ON r.decision_id = d.id
  WHERE d.application_id = ANY ($1::uuid[]) ORDER BY d.decided_at, d.id`;

const WAITING_PLACES = `
  SELECT a.id, (SELECT count(*) FROM applications b WHERE b.call_id = a.call_id AND b.state = 'WAITING' AND b.waiting_place <= a.waiting_place)::int AS place
  FROM applications a WHERE a.id = ANY ($1::uuid[]) AND a.state = 'WAITING'`;

/** The addresses somebody proved by linking back to their profile (see the room identity). */
const PROVED = `
  SELECT a.id, array_agg(e.label) AS sites FROM applications a JOIN members m ON m.id = a.member_id
  JOIN evidence e ON e.account_id = m.account_id AND e.kind = 'WEBSITE' AND e.ended_at IS NULL
  WHERE a.id = ANY ($1::uuid[]) GROUP BY a.id`;

@Injectable()
export class ApplicationsQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, ApplicationRow>> {
    const sql = `SELECT ${APPLICATION_COLUMNS} FROM ${APPLICATION_TABLES} WHERE a.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<ApplicationRow>(tx, sql, [ids]), ({ id }) => id);
  }

  /** @throws Problem `NOT_FOUND` */
  async require(tx: Tx, id: string): Promise<ApplicationRow> {
    const found = isId(id) ? (await this.byIds([id], tx)).get(id.toLowerCase()) : undefined;
    if (!found) throw new Problem('NOT_FOUND', { what: 'application' });
    return found;
  }

  /** The application, held until the transaction ends. @throws Problem `NOT_FOUND` */
  async lock(tx: Tx, id: string): Promise<ApplicationRow> {
    if (isId(id)) await rowsOf(tx, 'SELECT id FROM applications WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return this.require(tx, id);
  }

  /** The account's own, by call. */
  async ownOf(accountId: string, callIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, ApplicationRow>> {
    const sql = `SELECT ${APPLICATION_COLUMNS} FROM ${APPLICATION_TABLES} WHERE m.account_id = $1 AND a.call_id = ANY ($2::uuid[])`;
    return keyedBy(await rowsOf<ApplicationRow>(tx, sql, [accountId, callIds]), ({ callId }) => callId);
  }

  /** An account's applications in a community, the one started last first. */
  async ownPage(accountId: string, communityId: string, args: PageArgs): Promise<Connection<ApplicationRow>> {
    const [at, id] = args.after ? decodeCursor(OWN_ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<ApplicationRow>(OWN, [accountId, communityId, at, id, pageSize(args) + 1]);
    const sql = `SELECT count(*)::int AS count FROM ${APPLICATION_TABLES} WHERE m.account_id = $1 AND a.community_id = $2`;
    const count = async () => (await this.database.query<{ count: number }>(sql, [accountId, communityId]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(OWN_ORDER, [row.startedAt.toISOString(), row.id]), count);
  }

  /** When each call's community last declined the account by another call. */
  async declinedBefore(accountId: string, callIds: readonly string[]): Promise<Map<string, Date>> {
    const sql = `SELECT c.id, max(a.decided_at) AS at FROM calls c JOIN applications a ON a.community_id = c.community_id AND a.call_id <> c.id AND a.state = 'DECLINED'
      JOIN members m ON m.id = a.member_id AND m.account_id = $1 WHERE c.id = ANY ($2::uuid[]) GROUP BY c.id`;
    return new Map((await this.database.query<{ id: string; at: Date }>(sql, [accountId, callIds])).map(({ id, at }) => [id, at]));
  }

  async answersOf(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, AnswerRow[]>> {
    const sql = `SELECT application_id AS "applicationId", question_id AS "questionId", answer FROM application_answers WHERE application_id = ANY ($1::uuid[])`;
    return groupedBy(await rowsOf<AnswerRow>(tx, sql, [ids]), ({ applicationId }) => applicationId);
  }

  /** How many of the waiting list come before each, and itself. */
  async waitingPlacesOf(ids: readonly string[]): Promise<Map<string, number>> {
    return new Map((await this.database.query<{ id: string; place: number }>(WAITING_PLACES, [ids])).map(({ id, place }) => [id, place]));
  }

  /** Every answer each got, the first first. */
  async decisionsOf(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, DecisionRow[]>> {
    return groupedBy(await rowsOf<DecisionRow>(tx, DECISIONS, [ids]), ({ applicationId }) => applicationId);
  }

  /** The proved addresses of who applied. */
  async provedOf(ids: readonly string[]): Promise<Map<string, readonly string[]>> {
    return new Map((await this.database.query<{ id: string; sites: string[] }>(PROVED, [ids])).map(({ id, sites }) => [id, sites]));
  }
}

/** Whether a declared address lies on a proved page's site and path. */
export function isProved(url: string, sites: readonly string[]): boolean {
  return sites.some((site) => {
    const base = addressOf(site);
    const asked = addressOf(url);
    return base !== null && asked !== null && (asked === base || asked.startsWith(`${base}/`));
  });
}

function addressOf(text: string): string | null {
  const url = URL.parse(/^https?:/i.test(text) ? text : `https://${text}`);
  return url && `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}`;
}
