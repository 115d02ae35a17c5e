import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { type Actor, decodeCursor, encodeCursor, isId, Problem } from '@fanfare/kernel';
import type { CallState } from '../ambassadors.enums.js';
import { CALL_COLUMNS, type CallChangeRow, type CallRow, type CriterionRow, QUESTION_COLUMNS, type QuestionRow } from './call.row.js';
import { runsCalls } from './call.policy.js';

const ORDER = 'CALLS';

/** Drafts for those who write them; the states follow from the dates. */
const PAGE = `
  SELECT * FROM (
    SELECT ${CALL_COLUMNS} FROM calls c WHERE c.community_id = $1 AND ($2 OR c.published_at IS NOT NULL)
  ) c
  WHERE ($3::text[] IS NULL OR CASE WHEN c."publishedAt" IS NULL THEN 'DRAFT' WHEN $4 < c."opensAt" AND $4 < c."closesAt" THEN 'SCHEDULED'
      WHEN $4 < c."closesAt" THEN 'OPEN' WHEN c.undecided THEN 'CLOSED' ELSE 'DECIDED' END = ANY ($3))
    AND ($5::timestamptz IS NULL OR (c."opensAt", c.id) < ($5, $6::uuid))
  ORDER BY c."opensAt" DESC, c.id DESC LIMIT $7`;

const COUNT = 'SELECT count(*)::int AS count FROM calls c WHERE c.community_id = $1 AND ($2 OR c.published_at IS NOT NULL)';

const CHANGES = `
  SELECT id, call_id AS "callId", kind, notice, closes_at AS "closesAt", changed_at AS at FROM call_changes
  WHERE call_id = ANY ($1::uuid[]) ORDER BY changed_at, id`;

export interface CallsAsked {
  readonly states?: readonly CallState[] | null;
  readonly now: Date;
}

@Injectable()
export class CallsQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CallRow>> {
    return keyedBy(await rowsOf<CallRow>(tx, `SELECT ${CALL_COLUMNS} FROM calls c WHERE c.id = ANY ($1::uuid[])`, [ids]), ({ id }) => id);
  }

  /** @throws Problem `NOT_FOUND` */
  async require(tx: Tx, id: string): Promise<CallRow> {
    const call = isId(id) ? (await this.byIds([id], tx)).get(id.toLowerCase()) : undefined;
    if (!call) throw new Problem('NOT_FOUND', { what: 'call' });
    return call;
  }

  /** The call, held until the transaction ends: whoever decides about its seats takes turns. @throws Problem `NOT_FOUND` */
  async lock(tx: Tx, id: string, lock: 'NO KEY UPDATE' | 'SHARE' = 'NO KEY UPDATE'): Promise<CallRow> {
    if (isId(id)) await rowsOf(tx, `SELECT id FROM calls WHERE id = $1 FOR ${lock}`, [id]);
    return this.require(tx, id); // a statement of its own: it sees what the lock waited for
  }

  /** A community's calls, the one that opens last first. @throws Problem `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async page(actor: Actor, communityId: string, args: PageArgs, { states, now }: CallsAsked): Promise<Connection<CallRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const drafts = runsCalls(actor, communityId);
    const rows = await this.database.query<CallRow>(PAGE, [communityId, drafts, states ?? null, now, at, id, pageSize(args) + 1]);
    const cursorOf = (row: CallRow) => encodeCursor(ORDER, [row.opensAt.toISOString(), row.id]);
    return connectionOf(rows, args, cursorOf, async () => (await this.database.query<{ count: number }>(COUNT, [communityId, drafts]))[0]!.count);
  }

  /** By call, in order. */
  async questionsOf(callIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, QuestionRow[]>> {
    const sql = `SELECT ${QUESTION_COLUMNS} FROM call_questions q WHERE q.call_id = ANY ($1::uuid[]) ORDER BY q.call_id, q.position`;
    return groupedBy(await rowsOf<QuestionRow>(tx, sql, [callIds]), ({ callId }) => callId);
  }

  /** By call, in order. */
  async criteriaOf(callIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CriterionRow[]>> {
    const sql = `SELECT call_id AS "callId", position, label, weight FROM call_criteria WHERE call_id = ANY ($1::uuid[]) ORDER BY call_id, position`;
    return groupedBy(await rowsOf<CriterionRow>(tx, sql, [callIds]), ({ callId }) => callId);
  }

  /** By call, the first first. */
  async changesOf(callIds: readonly string[]): Promise<Map<string, CallChangeRow[]>> {
    return groupedBy(await this.database.query<CallChangeRow>(CHANGES, [callIds]), ({ callId }) => callId);
  }

  /** The members who were named to read, by call. */
  async reviewersOf(callIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, string[]>> {
    const sql = 'SELECT call_id AS "callId", member_id AS "memberId" FROM call_reviewers WHERE call_id = ANY ($1::uuid[]) ORDER BY named_at, member_id';
    const rows = await rowsOf<{ callId: string; memberId: string }>(tx, sql, [callIds]);
    return new Map([...groupedBy(rows, ({ callId }) => callId)].map(([call, found]) => [call, found.map(({ memberId }) => memberId)]));
  }

  /** How many applications each call got, drafts and withdrawn ones left out. */
  async applicantsOf(callIds: readonly string[]): Promise<Map<string, number>> {
    const sql = `SELECT call_id AS id, count(*)::int AS count FROM applications
      WHERE call_id = ANY ($1::uuid[]) AND state NOT IN ('DRAFT', 'WITHDRAWN') GROUP BY call_id`;
    return new Map((await this.database.query<{ id: string; count: number }>(sql, [callIds])).map(({ id, count }) => [id, count]));
  }
}
