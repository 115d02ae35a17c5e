import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { type CircleMembershipRow, type CircleRequestRow, MEMBERSHIP_COLUMNS, REQUEST_COLUMNS } from './circle.row.js';

const MEMBERS_ORDER = 'OLDEST_MEMBER';

const MEMBERS = `
  SELECT ${MEMBERSHIP_COLUMNS} FROM circle_members k
  WHERE k.circle_id = $1 AND ($2::timestamptz IS NULL OR (k.joined_at, k.member_id) > ($2, $3::uuid))
  ORDER BY k.joined_at, k.member_id LIMIT $4`;

const REQUESTS_ORDER = 'WAITING';

const REQUESTS = `
  SELECT ${REQUEST_COLUMNS} FROM circle_requests r
  WHERE r.circle_id = $1 AND r.decided_at IS NULL AND ($2::timestamptz IS NULL OR (r.requested_at, r.id) > ($2, $3::uuid))
  ORDER BY r.requested_at, r.id LIMIT $4`;

const OF_ACCOUNT = `
  SELECT ${MEMBERSHIP_COLUMNS} FROM circle_members k JOIN members m ON m.id = k.member_id
  WHERE k.circle_id = ANY ($1::uuid[]) AND m.account_id = $2`;

const OPEN_OF_ACCOUNT = `
  SELECT ${REQUEST_COLUMNS} FROM circle_requests r JOIN members m ON m.id = r.member_id
  WHERE r.circle_id = ANY ($1::uuid[]) AND m.account_id = $2 AND r.decided_at IS NULL`;

/** Who is in circles, and who wants to be. */
@Injectable()
export class CircleMembersQueries {
  constructor(private readonly database: Database) {}

  /** Who is in a circle, the longest first. */
  async members(circleId: string, args: PageArgs, total: number): Promise<Connection<CircleMembershipRow>> {
    const [at, id] = args.after ? decodeCursor(MEMBERS_ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<CircleMembershipRow>(MEMBERS, [circleId, at, id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(MEMBERS_ORDER, [row.joinedAt.toISOString(), row.memberId]), async () => total);
  }

  /** Who waits for an answer, the longest first. */
  async requests(circleId: string, args: PageArgs): Promise<Connection<CircleRequestRow>> {
    const [at, id] = args.after ? decodeCursor(REQUESTS_ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<CircleRequestRow>(REQUESTS, [circleId, at, id, pageSize(args) + 1]);
    const cursorOf = (row: CircleRequestRow) => encodeCursor(REQUESTS_ORDER, [row.requestedAt.toISOString(), row.id]);
    return connectionOf(rows, args, cursorOf, async () => {
      const sql = 'SELECT count(*)::int AS count FROM circle_requests WHERE circle_id = $1 AND decided_at IS NULL';
      const [row] = await this.database.query<{ count: number }>(sql, [circleId]);
      return row!.count;
    });
  }

  /** A member's place in a circle, or null. */
  async membership(tx: Tx, circleId: string, memberId: string): Promise<CircleMembershipRow | null> {
    const sql = `SELECT ${MEMBERSHIP_COLUMNS} FROM circle_members k WHERE k.circle_id = $1 AND k.member_id = $2`;
    return (await rowsOf<CircleMembershipRow>(tx, sql, [circleId, memberId]))[0] ?? null;
  }

  /** The account's own places, by circle. */
  async membershipsOf(accountId: string, circleIds: readonly string[]): Promise<Map<string, CircleMembershipRow>> {
    return keyedBy(await this.database.query<CircleMembershipRow>(OF_ACCOUNT, [circleIds, accountId]), (row) => row.circleId);
  }

  /** The account's own wishes that wait, by circle. */
  async requestsOf(accountId: string, circleIds: readonly string[]): Promise<Map<string, CircleRequestRow>> {
    return keyedBy(await this.database.query<CircleRequestRow>(OPEN_OF_ACCOUNT, [circleIds, accountId]), (row) => row.circleId);
  }
}
