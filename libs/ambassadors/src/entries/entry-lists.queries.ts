import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { SqlParameters } from '@fanfare/ideas';
import { type Actor, decodeCursor, encodeCursor } from '@fanfare/kernel';
import type { EntryState } from '../ambassadors.enums.js';
import { shownEntries } from './entry.policy.js';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow } from './entry.row.js';

/** Whose accepted work: a community's, a mission's, a member's. */
export type WallOf = 'community_id' | 'mission_id' | 'member_id';

export interface EntryFilter {
  readonly state?: readonly EntryState[] | null;
  readonly mission?: string | null;
  /** Accepted ones whose page no longer says it. */
  readonly disclosureLost?: boolean | null;
}

const WALL = 'WALL';
const DESK = 'DESK';
const MINE = 'MINE';

/** Lists of entries: what was accepted for everybody, what waits for the brand, what is one's own. */
@Injectable()
export class EntryListsQueries {
  constructor(private readonly database: Database) {}

  /** Accepted work as it was sent, the latest first. */
  async wall(of: WallOf, id: string, actor: Actor, args: PageArgs): Promise<Connection<EntryRow>> {
    const where = `e.${of} = $1 AND ${shownEntries('$2')}`;
    const [at, last] = args.after ? decodeCursor(WALL, args.after, ['time', 'id']) : [null, null];
    const sql = `SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE ${where} AND ($3::timestamptz IS NULL OR (e.published_at, e.id) < ($3, $4::uuid))
      ORDER BY e.published_at DESC, e.id DESC LIMIT $5`;
    const rows = await this.database.query<EntryRow>(sql, [id, actor.accountId, at, last, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(WALL, [row.publishedAt!.toISOString(), row.id]), () => this.count(where, [id, actor.accountId]));
  }

  /** What was sent and not taken back, the longest waiting first. */
  async desk(communityId: string, { state, mission, disclosureLost }: EntryFilter, args: PageArgs): Promise<Connection<EntryRow>> {
    const parameters = new SqlParameters();
    const where = [`e.community_id = ${parameters.add(communityId)}`, `e.state NOT IN ('DRAFT', 'WITHDRAWN')`];
    if (state?.length) where.push(`e.state = ANY (${parameters.add(state)})`);
    if (mission) where.push(`e.mission_id = ${parameters.add(mission)}`);
    if (disclosureLost) where.push('e.disclosure_lost_at IS NOT NULL');
    const counted = [...parameters.values];
    const all = where.join(' AND ');
    const after = args.after ? decodeCursor(DESK, args.after, ['time', 'id']) : null;
    const from = after ? ` AND (e.submitted_at, e.id) > (${parameters.add(after[0])}::timestamptz, ${parameters.add(after[1])}::uuid)` : '';
    const limit = parameters.add(pageSize(args) + 1);
    const sql = `SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE ${all}${from} ORDER BY e.submitted_at, e.id LIMIT ${limit}`;
    const rows = await this.database.query<EntryRow>(sql, parameters.values);
    return connectionOf(rows, args, (row) => encodeCursor(DESK, [row.submittedAt!.toISOString(), row.id]), () => this.count(all, counted));
  }

  /** All of a member's, for themselves, the latest first. */
  async mine(memberId: string, args: PageArgs): Promise<Connection<EntryRow>> {
    const [at, last] = args.after ? decodeCursor(MINE, args.after, ['time', 'id']) : [null, null];
    const where = `e.member_id = $1 AND e.state <> 'WITHDRAWN'`;
    const sql = `SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE ${where} AND ($2::timestamptz IS NULL OR (e.created_at, e.id) < ($2, $3::uuid))
      ORDER BY e.created_at DESC, e.id DESC LIMIT $4`;
    const rows = await this.database.query<EntryRow>(sql, [memberId, at, last, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(MINE, [row.createdAt.toISOString(), row.id]), () => this.count(where, [memberId]));
  }

  private async count(where: string, values: unknown[]): Promise<number> {
    return (await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${ENTRY_TABLES} WHERE ${where}`, values))[0]!.count;
  }
}
