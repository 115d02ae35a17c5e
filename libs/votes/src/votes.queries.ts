import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { type Actor, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { type SupportRow, VOTE_COLUMNS, VOTE_TABLES, type VoteRow } from './vote.row.js';

const SUPPORT = `
  SELECT s.idea_id AS "ideaId", s.raw, s.verified, s.quarantined, s.heat,
    CASE WHEN s.united THEN imported_total(s.idea_id) ELSE i.imported_support END AS imported
  FROM idea_support s JOIN ideas i ON i.id = s.idea_id WHERE s.idea_id = ANY ($1::uuid[])`;

const OF_ACCOUNT = `
  SELECT ${VOTE_COLUMNS} FROM members m JOIN votes v ON v.member_id = m.id
  WHERE m.account_id = $1 AND v.idea_id = ANY ($2::uuid[])`;

/** Votes whose ideas anybody may read. */
const LISTED = `${VOTE_TABLES} JOIN ideas i ON i.id = v.idea_id AND i.status NOT IN ('DRAFT', 'PENDING', 'REMOVED')`;

const PAGE = `
  SELECT ${VOTE_COLUMNS} FROM ${LISTED}
  WHERE v.member_id = $1 AND ($2::timestamptz IS NULL OR (v.cast_at, v.idea_id) < ($2, $3::uuid))
  ORDER BY v.cast_at DESC, v.idea_id DESC LIMIT $4`;

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

  /** The actor's own votes for ideas, by idea. */
  async ofActor(actor: Actor, ideaIds: readonly string[]): Promise<Map<string, VoteRow>> {
    if (actor.accountId === null) return new Map();
    return keyedBy(await this.database.query<VoteRow>(OF_ACCOUNT, [actor.accountId, ideaIds]), (row) => row.ideaId);
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
