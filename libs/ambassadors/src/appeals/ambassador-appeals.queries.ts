import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { type Actor, decodeCursor, encodeCursor, hasRole } from '@fanfare/kernel';
import { APPEAL_COLUMNS, APPEAL_TABLES, type AmbassadorAppealRow } from './ambassador-appeal.row.js';

const ORDER = 'AMBASSADOR_APPEAL';

const OPEN = `
  SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.community_id = $1 AND a.decided_at IS NULL
    AND ($2::timestamptz IS NULL OR (a.opened_at, a.id) > ($2, $3::uuid)) ORDER BY a.opened_at, a.id LIMIT $4`;

const OF_SUBJECTS = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.subject_id = ANY ($1) ORDER BY a.opened_at DESC, a.id DESC`;

const MAY_DECIDE = `
  SELECT EXISTS (SELECT FROM moderation_panel WHERE account_id = $1) OR EXISTS (SELECT FROM accounts WHERE id = $1 AND is_operator) AS may`;

@Injectable()
export class AmbassadorAppealsQueries {
  constructor(private readonly database: Database) {}

  /** Whether the actor has an office in which appeals are decided. Whether they may decide this one is said when they do. */
  async mayRead(actor: Actor, communityId: string): Promise<boolean> {
    if (hasRole(actor, communityId, 'MODERATOR')) return true;
    if (actor.accountId === null || hasRole(actor, communityId, 'OWNER', 'BRAND_MANAGER')) return false;
    return (await this.database.query<{ may: boolean }>(MAY_DECIDE, [actor.accountId]))[0]!.may;
  }

  /** What waits, the oldest first. */
  async open(communityId: string, args: PageArgs): Promise<Connection<AmbassadorAppealRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<AmbassadorAppealRow>(OPEN, [communityId, at, id, pageSize(args) + 1]);
    const sql = 'SELECT count(*)::int AS count FROM ambassador_appeals WHERE community_id = $1 AND decided_at IS NULL';
    const count = async () => (await this.database.query<{ count: number }>(sql, [communityId]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.openedAt.toISOString(), row.id]), count);
  }

  /** The latest first. */
  async ofSubjects(ids: readonly string[]): Promise<Map<string, AmbassadorAppealRow[]>> {
    return groupedBy(await this.database.query<AmbassadorAppealRow>(OF_SUBJECTS, [ids]), (row) => row.subjectId);
  }
}
