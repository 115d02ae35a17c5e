import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import { NOTICE_COLUMNS, type NoticeRow, REPORT_COLUMNS, REPORT_TABLES, type ReportRow } from './report.row.js';

const ORDER = 'LATEST_REPORT';
/** Of one item: more than anybody reads. */
const MOST_OF_ITEM = 100;

const MINE = `
  SELECT ${REPORT_COLUMNS} FROM ${REPORT_TABLES}
  WHERE r.reporter_id IN (SELECT id FROM members WHERE account_id = $1 AND ($5::uuid IS NULL OR community_id = $5))
    AND ($2::timestamptz IS NULL OR (r.filed_at, r.id) < ($2, $3::uuid))
  ORDER BY r.filed_at DESC, r.id DESC LIMIT $4`;

const COUNT_MINE = `
  SELECT count(*)::int AS count FROM reports r
  WHERE r.reporter_id IN (SELECT id FROM members WHERE account_id = $1 AND ($2::uuid IS NULL OR community_id = $2))`;

const OF_ITEMS = `
  SELECT f.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (
    SELECT ${REPORT_COLUMNS} FROM ${REPORT_TABLES} WHERE r.item_id = asked.id ORDER BY r.weight DESC, r.filed_at, r.id LIMIT ${MOST_OF_ITEM}
  ) f`;

/** What waits, and was reported by somebody: once it is decided it may be reported anew. */
const WAITING_OF = `
  SELECT DISTINCT i.subject_kind AS kind, i.subject_id AS id FROM unnest($1::text[], $2::uuid[]) AS s (kind, id)
  JOIN review_items i ON i.subject_kind = s.kind AND i.subject_id = s.id AND i.state <> 'DECIDED'
  JOIN reports r ON r.item_id = i.id JOIN members m ON m.id = r.reporter_id WHERE m.account_id = $3`;

const COUNTS = 'SELECT item_id AS id, count(*)::int AS count FROM reports WHERE item_id = ANY ($1::uuid[]) GROUP BY item_id';

@Injectable()
export class ReportsQueries {
  constructor(private readonly database: Database) {}

  async byId(id: string, tx: Tx = this.database.reader): Promise<ReportRow | null> {
    return (await rowsOf<ReportRow>(tx, `SELECT ${REPORT_COLUMNS} FROM ${REPORT_TABLES} WHERE r.id = $1`, [id]))[0] ?? null;
  }

  async byReference(reference: string): Promise<ReportRow | null> {
    const sql = `SELECT ${REPORT_COLUMNS} FROM ${REPORT_TABLES} WHERE r.reference = $1`;
    return (await this.database.query<ReportRow>(sql, [reference.trim().toUpperCase().slice(0, 40).replaceAll('\0', '')]))[0] ?? null;
  }

  /** What an account reported, in one community or in all of them, the latest first. */
  async mine(accountId: string, args: PageArgs, communityId: string | null = null): Promise<Connection<ReportRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<ReportRow>(MINE, [accountId, at && new Date(at), id, pageSize(args) + 1, communityId]);
    const count = async () => (await this.database.query<{ count: number }>(COUNT_MINE, [accountId, communityId]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.filedAt.toISOString(), row.id]), count);
  }

  /** By item: the weightiest first, a hundred at most. */
  async ofItems(itemIds: readonly string[]): Promise<Map<string, ReportRow[]>> {
    return groupedBy(await this.database.query<ReportRow>(OF_ITEMS, [itemIds]), (row) => row.itemId);
  }

  async counts(itemIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; count: number }>(COUNTS, [itemIds]);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Of these subjects those that an account has reported and nobody has decided about since, as `kind:id`. */
  async waitingOf(accountId: string, subjects: readonly { kind: ReviewSubjectKind; id: string }[]): Promise<Map<string, true>> {
    const columns = [subjects.map(({ kind }) => kind), subjects.map(({ id }) => id), accountId];
    const rows = await this.database.query<{ kind: string; id: string }>(WAITING_OF, columns);
    return new Map(rows.map(({ kind, id }) => [`${kind}:${id}`, true]));
  }

  async notices(reportIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, NoticeRow>> {
    const sql = `SELECT ${NOTICE_COLUMNS} FROM illegal_content_notices n WHERE n.report_id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<NoticeRow>(tx, sql, [reportIds]), (row) => row.reportId);
  }
}
