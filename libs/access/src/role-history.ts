import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor, type StaffRole } from '@fanfare/kernel';

/** A role given or taken. */
export interface RoleHistoryRow {
  readonly id: string;
  readonly communityId: string;
  readonly accountId: string;
  readonly role: StaffRole;
  readonly change: 'GRANTED' | 'REVOKED';
  readonly at: Date;
  /** Null for the system. */
  readonly byAccountId: string | null;
}

const ORDER = 'LATEST_CHANGE';

const CHANGES = `
  SELECT g.id || ':granted' AS id, g.community_id, g.account_id, g.role, 'GRANTED' AS change, g.granted_at AS at, g.granted_by AS by_account
  FROM role_grants g WHERE g.community_id = $1
  UNION ALL
  SELECT g.id || ':revoked', g.community_id, g.account_id, g.role, 'REVOKED', g.revoked_at, g.revoked_by
  FROM role_grants g WHERE g.community_id = $1 AND g.revoked_at IS NOT NULL`;

const PAGE = `
  SELECT id, community_id AS "communityId", account_id AS "accountId", role, change, at, by_account AS "byAccountId" FROM (${CHANGES}) c
  WHERE $2::timestamptz IS NULL OR (date_trunc('milliseconds', at), id) < ($2, $3)
  ORDER BY date_trunc('milliseconds', at) DESC, id DESC LIMIT $4`;

/** Who was given and taken which role, from the rows that are kept when a role ends. */
@Injectable()
export class RoleHistory {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async page(communityId: string, args: PageArgs): Promise<Connection<RoleHistoryRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 's']) : [null, null];
    const rows = await this.database.query<RoleHistoryRow>(PAGE, [communityId, at && new Date(at), id, pageSize(args) + 1]);
    const cursorOf = (row: RoleHistoryRow) => encodeCursor(ORDER, [row.at.toISOString(), row.id]);
    return connectionOf(rows, args, cursorOf, () => this.count(communityId));
  }

  private async count(communityId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM (${CHANGES}) c`, [communityId]);
    return row!.count;
  }
}
