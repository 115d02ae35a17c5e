import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, type PageArgs, pageSize, type RequestContext } from '@fanfare/graphql';
import { decodeCursor, encodeCursor, type ProblemCode } from '@fanfare/kernel';
import { Benches } from '@fanfare/moderation';
import { APPEAL_COLUMNS, APPEAL_TABLES, type AmbassadorAppealRow } from './ambassador-appeal.row.js';

const ORDER = 'AMBASSADOR_APPEAL';

const OPEN = `
  SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.community_id = $1 AND a.decided_at IS NULL
    AND ($2::timestamptz IS NULL OR (a.opened_at, a.id) > ($2, $3::uuid)) ORDER BY a.opened_at, a.id LIMIT $4`;

const OF_SUBJECTS = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.subject_id = ANY ($1) ORDER BY a.opened_at DESC, a.id DESC`;

/** Whose appeals wait: a community may have moderators enough for one and too few for another. */
const WAITING_MEMBERS = 'SELECT DISTINCT member_id AS id FROM ambassador_appeals WHERE community_id = $1 AND decided_at IS NULL LIMIT 20';

@Injectable()
export class AmbassadorAppealsQueries {
  constructor(
    private readonly database: Database,
    private readonly benches: Benches,
  ) {}

  /**
   * Why the reader has no office in which one of what waits is decided; null when they have. The panel and the operator have one
   * where moderators are too few.
   */
  async refusal(context: RequestContext, communityId: string): Promise<ProblemCode | null> {
    const first = await this.benches.refusal(context, { itemId: communityId, communityId, authorId: null });
    if (first === null || context.actor.accountId === null) return first;
    const members = await this.database.query<{ id: string }>(WAITING_MEMBERS, [communityId]);
    const each = await Promise.all(members.map(({ id }) => this.benches.refusal(context, { itemId: communityId, communityId, authorId: id })));
    if (each.includes(null)) return null;
    return first === 'SECOND_FACTOR_NEEDED' ? first : 'NOT_ALLOWED';
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
