import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { readableIdeas, SqlParameters } from '@fanfare/ideas';
import { type Actor, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { MEMBER_COLUMNS, type MemberRow } from '@fanfare/members';
import { FOLLOW_COLUMNS, type FollowKind, type FollowRow } from './follow.row.js';

/** What a subject is, and in which community. */
export interface Subject {
  readonly id: string;
  readonly kind: FollowKind;
  readonly communityId: string;
}

interface Counted {
  readonly id: string;
  readonly count: number;
}

interface ListedMember extends MemberRow {
  readonly followedAt: Date;
}

const COUNT = 'SELECT subject_id AS id, count(*)::int AS count FROM follows WHERE subject_id = ANY ($1) GROUP BY subject_id';

const COUNT_FOLLOWING = `SELECT count(*)::int AS count FROM follows WHERE follower_id = $1 AND kind = 'MEMBER'`;

const FOLLOWERS = `
  SELECT ${MEMBER_COLUMNS}, f.followed_at AS "followedAt" FROM follows f JOIN members m ON m.id = f.follower_id
  WHERE f.subject_id = $1 AND ($2::timestamptz IS NULL OR (f.followed_at, f.follower_id) < ($2, $3::uuid))
  ORDER BY f.followed_at DESC, f.follower_id DESC LIMIT $4`;

const FOLLOWING = `
  SELECT ${MEMBER_COLUMNS}, f.followed_at AS "followedAt" FROM follows f JOIN members m ON m.id = f.subject_id
  WHERE f.follower_id = $1 AND f.kind = 'MEMBER' AND ($2::timestamptz IS NULL OR (f.followed_at, f.subject_id) < ($2, $3::uuid))
  ORDER BY f.followed_at DESC, f.subject_id DESC LIMIT $4`;

const MINE = `
  SELECT ${FOLLOW_COLUMNS} FROM follows f JOIN members m ON m.id = f.follower_id
  WHERE m.community_id = $1 AND m.account_id = $2 AND ($3::timestamptz IS NULL OR (f.followed_at, f.subject_id) < ($3, $4::uuid))
  ORDER BY f.followed_at DESC, f.subject_id DESC LIMIT $5`;

const COUNT_MINE = `
  SELECT count(*)::int AS count FROM follows f JOIN members m ON m.id = f.follower_id WHERE m.community_id = $1 AND m.account_id = $2`;

const ORDER = 'FOLLOWED';

/** Who follows what. */
@Injectable()
export class FollowsQueries {
  constructor(private readonly database: Database) {}

  /** What can be followed and has this id, if the actor may know of it. */
  async subject(tx: Tx, actor: Actor, id: string): Promise<Subject | null> {
    const parameters = new SqlParameters();
    const place = parameters.add(id);
    const sql = `
      SELECT i.id, 'IDEA' AS kind, i.community_id AS "communityId" FROM ideas i LEFT JOIN members a ON a.id = i.author_id
        WHERE i.id = ${place} AND i.status <> 'DRAFT' AND ${readableIdeas(actor, parameters)}
      UNION ALL SELECT id, 'MEMBER', community_id FROM members WHERE id = ${place}
      UNION ALL SELECT id, 'CATEGORY', community_id FROM categories WHERE id = ${place}
      UNION ALL SELECT id, 'COMMUNITY', id FROM communities WHERE id = ${place}`;
    const [row] = await rowsOf<Subject>(tx, sql, parameters.values);
    return row ?? null;
  }

  /** Which of these subjects a member of the account follows. */
  async followedBy(accountId: string, subjectIds: readonly string[]): Promise<Map<string, true>> {
    const sql = `SELECT f.subject_id AS id FROM members m JOIN follows f ON f.follower_id = m.id
      WHERE m.account_id = $1 AND f.subject_id = ANY ($2)`;
    const rows = await this.database.query<{ id: string }>(sql, [accountId, subjectIds]);
    return new Map(rows.map((row) => [row.id, true]));
  }

  /** How many follow each subject. */
  async counts(subjectIds: readonly string[]): Promise<Map<string, number>> {
    return new Map((await this.database.query<Counted>(COUNT, [subjectIds])).map((row) => [row.id, row.count]));
  }

  /** The members that follow a subject, the latest first. */
  followers(subjectId: string, args: PageArgs): Promise<Connection<MemberRow>> {
    return this.members(FOLLOWERS, subjectId, args, async () => (await this.counts([subjectId])).get(subjectId) ?? 0);
  }

  /** The members that a member follows, the latest first. */
  following(memberId: string, args: PageArgs): Promise<Connection<MemberRow>> {
    return this.members(FOLLOWING, memberId, args, () => this.countOf(COUNT_FOLLOWING, [memberId]));
  }

  /** All that an account follows in a community, the latest first. */
  async mine(communityId: string, accountId: string, args: PageArgs): Promise<Connection<FollowRow>> {
    const rows = await this.database.query<FollowRow>(MINE, [communityId, accountId, ...after(args), pageSize(args) + 1]);
    const cursorOf = (row: FollowRow) => encodeCursor(ORDER, [row.followedAt.toISOString(), row.subjectId]);
    return connectionOf(rows, args, cursorOf, () => this.countOf(COUNT_MINE, [communityId, accountId]));
  }

  private async members(sql: string, id: string, args: PageArgs, count: () => Promise<number>): Promise<Connection<MemberRow>> {
    const rows = await this.database.query<ListedMember>(sql, [id, ...after(args), pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.followedAt.toISOString(), row.id]), count);
  }

  private async countOf(sql: string, values: readonly unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql, values);
    return row!.count;
  }
}

function after(args: PageArgs): [at: Date | null, id: unknown] {
  if (!args.after) return [null, null];
  const [at, id] = decodeCursor(ORDER, args.after, ['time', 'id']);
  return [new Date(at as string), id];
}
