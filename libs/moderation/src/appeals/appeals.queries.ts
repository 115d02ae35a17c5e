import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { APPEAL_COLUMNS, APPEAL_TABLES, type AppealMessageRow, type AppealRow, MESSAGE_COLUMNS } from './appeal.row.js';

const ORDER = 'DUE_FIRST';

const BY_IDS = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE p.id = ANY ($1::uuid[])`;
const BY_DECISIONS = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE p.decision_id = ANY ($1::uuid[]) ORDER BY p.opened_at, p.id`;
const BY_ITEMS = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE p.item_id = ANY ($1::uuid[]) ORDER BY p.opened_at, p.id`;
const MESSAGES = `SELECT ${MESSAGE_COLUMNS} FROM appeal_messages g WHERE g.appeal_id = ANY ($1::uuid[]) ORDER BY g.written_at, g.id`;

// Nobody reviews what is about themselves, or what they appealed.
const WAITING = `p.community_id = $1 AND p.state = 'OPEN' AND pm.account_id IS DISTINCT FROM $2
  AND NOT EXISTS (SELECT FROM review_items r JOIN members rm ON rm.id = r.author_id WHERE r.id = p.item_id AND rm.account_id = $2)`;
const PAGE = `
  SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE ${WAITING} AND ($3::timestamptz IS NULL OR (p.due_at, p.id) > ($3, $4::uuid))
  ORDER BY p.due_at, p.id LIMIT $5`;

/** Reads of appeals; who may know of one is `AppealReaders`' to say. */
@Injectable()
export class AppealsQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Map<string, AppealRow>> {
    return keyedBy(await this.database.query<AppealRow>(BY_IDS, [ids]), ({ id }) => id);
  }

  /** By decision, the first one first. */
  async ofDecisions(ids: readonly string[]): Promise<Map<string, AppealRow[]>> {
    return groupedBy(await this.database.query<AppealRow>(BY_DECISIONS, [ids]), ({ decisionId }) => decisionId);
  }

  /** By item, the first one first. */
  async ofItems(ids: readonly string[]): Promise<Map<string, AppealRow[]>> {
    return groupedBy(await this.database.query<AppealRow>(BY_ITEMS, [ids]), ({ itemId }) => itemId);
  }

  /** By appeal, the first one first. */
  async messages(ids: readonly string[]): Promise<Map<string, AppealMessageRow[]>> {
    return groupedBy(await this.database.query<AppealMessageRow>(MESSAGES, [ids]), ({ appealId }) => appealId);
  }

  /** What waits in a community and is none of the reader's own, what is due first first. */
  async waiting(communityId: string, readerId: string, args: PageArgs): Promise<Connection<AppealRow>> {
    const [due, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<AppealRow>(PAGE, [communityId, readerId, due && new Date(due), id, pageSize(args) + 1]);
    const cursorOf = (row: AppealRow) => encodeCursor(ORDER, [row.dueAt.toISOString(), row.id]);
    return connectionOf(rows, args, cursorOf, async () => this.count(communityId, readerId));
  }

  private async count(communityId: string, readerId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${APPEAL_TABLES} WHERE ${WAITING}`, [communityId, readerId]);
    return row!.count;
  }
}
