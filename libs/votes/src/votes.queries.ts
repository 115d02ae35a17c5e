import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { SHOWN_TO_ALL } from '@fanfare/ideas';
import { type Actor, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { type OwnVoteRow, type SupportRow, VOTE_COLUMNS, VOTE_TABLES, type VoteRow } from './vote.row.js';

const SUPPORT = `
  SELECT s.idea_id AS "ideaId", s.raw, s.verified, s.quarantined, s.heat,
    CASE WHEN s.united THEN imported_total(s.idea_id) ELSE i.imported_support END AS imported
  FROM idea_support s JOIN ideas i ON i.id = s.idea_id WHERE s.idea_id = ANY ($1::uuid[])`;

const ROOTS = 'SELECT id, coalesce(merged_into_id, id) AS root FROM ideas WHERE id = ANY ($1::uuid[])';

/** Of a family's votes the idea's own, else its root's, else any other: they are one vote. Since when it counts here: see merges. */
const OF_ACCOUNT = `
  SELECT DISTINCT ON (asked.id) asked.id AS "askedId", ${VOTE_COLUMNS}, greatest(v.cast_at, here.pointed_at, there.pointed_at) AS "countsSince"
  FROM ideas asked
  JOIN ideas f ON f.id = coalesce(asked.merged_into_id, asked.id) OR f.merged_into_id = coalesce(asked.merged_into_id, asked.id)
  JOIN members m ON m.account_id = $1 AND m.community_id = asked.community_id
  JOIN votes v ON v.idea_id = f.id AND v.member_id = m.id
  LEFT JOIN merges here ON here.duplicate_id = asked.id AND here.undone_at IS NULL AND f.id <> asked.id
  LEFT JOIN merges there ON there.duplicate_id = f.id AND there.undone_at IS NULL AND f.id <> asked.id
  WHERE asked.id = ANY ($2::uuid[])
  ORDER BY asked.id, f.id <> asked.id, f.merged_into_id IS NOT NULL, f.id`;

/** Votes whose ideas anybody may read; of one member's votes for an idea and its duplicates only one: the idea's own, else the first duplicate's. */
const LISTED = `${VOTE_TABLES} JOIN ideas i ON i.id = v.idea_id AND ${SHOWN_TO_ALL}
    AND (i.merged_into_id IS NULL OR NOT (
      EXISTS (SELECT FROM votes o WHERE o.idea_id = i.merged_into_id AND o.member_id = v.member_id)
      OR EXISTS (SELECT FROM ideas sibling JOIN votes o ON o.idea_id = sibling.id
        WHERE sibling.merged_into_id = i.merged_into_id AND sibling.id < i.id AND o.member_id = v.member_id)))`;

const PAGE = `
  SELECT ${VOTE_COLUMNS} FROM ${LISTED}
  WHERE v.member_id = $1 AND ($2::timestamptz IS NULL OR (v.cast_at, v.idea_id) < ($2, $3::uuid))
  ORDER BY v.cast_at DESC, v.idea_id DESC LIMIT $4`;

const OF_DAY = 'SELECT count(*)::int AS count FROM (SELECT FROM votes WHERE member_id = $1 AND cast_at >= $2 LIMIT $3) today';

const ORDER = 'VOTES';

/** Reads of votes and their counts. */
@Injectable()
export class VotesQueries {
  constructor(private readonly database: Database) {}

  /**
   * The effective support of ideas that were ever voted for, by idea: of the different people behind an idea and its
   * duplicates. `verified` is what climbs the ladder. In SQL: the view `idea_support`.
   */
  async supportOf(ideaIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, SupportRow>> {
    return keyedBy(await rowsOf<SupportRow>(tx, SUPPORT, [ideaIds]), (row) => row.ideaId);
  }

  /** The actor's own votes for ideas, by idea: also one that was cast for what the idea is merged with. */
  async ofActor(actor: Actor, ideaIds: readonly string[]): Promise<Map<string, OwnVoteRow>> {
    if (actor.accountId === null) return new Map();
    return keyedBy(await this.database.query<OwnVoteRow>(OF_ACCOUNT, [actor.accountId, ideaIds]), (row) => row.askedId);
  }

  /** How many votes somebody cast that day (UTC), of those that stand. @param most counting ends there */
  async castOn(memberId: string, day: Date, most: number, tx: Tx = this.database.reader): Promise<number> {
    const midnight = new Date(day.toISOString().slice(0, 10));
    const [cast] = await rowsOf<{ count: number }>(tx, OF_DAY, [memberId, midnight, most]);
    return cast!.count;
  }

  /** These ideas and what they are duplicates of, each once. */
  async withRoots(ideaIds: readonly string[], tx: Tx): Promise<string[]> {
    return [...new Set([...(await this.rootsOf(ideaIds, tx))].flat())];
  }

  /** Of each of these ideas what it is a duplicate of, or itself. */
  async rootsOf(ideaIds: readonly string[], tx: Tx): Promise<Map<string, string>> {
    const rows = await rowsOf<{ id: string; root: string }>(tx, ROOTS, [ideaIds]);
    return new Map(rows.map(({ id, root }) => [id, root]));
  }

  /** One member's votes, the latest first, for ideas that anybody may read. */
  async pageOf(memberId: string, args: PageArgs): Promise<Connection<VoteRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<VoteRow>(PAGE, [memberId, at, id, pageSize(args) + 1]);
    const cursorOf = (row: VoteRow) => encodeCursor(ORDER, [row.castAt.toISOString(), row.ideaId]);
    return connectionOf(rows, args, cursorOf, () => this.count(memberId));
  }

  private async count(memberId: string): Promise<number> {
    const sql = `SELECT count(*)::int AS count FROM ${LISTED} WHERE v.member_id = $1`;
    const [row] = await this.database.query<{ count: number }>(sql, [memberId]);
    return row!.count;
  }
}
