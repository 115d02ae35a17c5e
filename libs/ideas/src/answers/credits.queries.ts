import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { SHOWN_TO_ALL } from '../idea.visibility.js';
import { CREDIT_COLUMNS, type CreditReason, type CreditRow } from './credit.model.js';

/** More than any delivered idea names. */
export const MOST_CREDITS = 200;

const OF_IDEAS = `
  SELECT c.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (
    SELECT ${CREDIT_COLUMNS} FROM credits k WHERE k.idea_id = asked.id ORDER BY k.given_at, k.id LIMIT ${MOST_CREDITS}
  ) c ORDER BY c.at, c.id`;

/** Of ideas that anybody may read. */
const LISTED = `credits k JOIN ideas i ON i.id = k.idea_id AND ${SHOWN_TO_ALL}`;

const OF_MEMBER = `
  SELECT ${CREDIT_COLUMNS} FROM ${LISTED}
  WHERE k.member_id = $1 AND ($2::timestamptz IS NULL OR (k.given_at, k.id) < ($2, $3::uuid))
  ORDER BY k.given_at DESC, k.id DESC LIMIT $4`;

/** Who may be credited with an idea: its author, and the authors of what was merged into it. */
const CANDIDATES = `
  SELECT i.id AS "sourceId", i.author_id AS "memberId", $1::uuid AS "ideaId",
    CASE WHEN i.id = $1 THEN 'AUTHOR' ELSE 'DUPLICATE' END AS reason
  FROM ideas i WHERE (i.id = $1 OR i.merged_into_id = $1) AND ${SHOWN_TO_ALL}
  ORDER BY i.id <> $1, i.created_at, i.id LIMIT 50`;

export interface CandidateRow {
  readonly ideaId: string;
  readonly sourceId: string;
  readonly memberId: string | null;
  readonly reason: CreditReason;
}

const ORDER = 'CREDITS';

/** Credits are public, the withdrawn ones too. */
@Injectable()
export class CreditsQueries {
  constructor(private readonly database: Database) {}

  /** By delivered idea, in the order they were given. */
  async ofIdeas(ideaIds: readonly string[]): Promise<Map<string, CreditRow[]>> {
    return groupedBy(await this.database.query<CreditRow>(OF_IDEAS, [ideaIds]), (row) => row.deliveredId);
  }

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CreditRow>> {
    const sql = `SELECT ${CREDIT_COLUMNS} FROM credits k WHERE k.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<CreditRow>(tx, sql, [ids]), (row) => row.id);
  }

  /** What a member is credited with, the latest first. */
  async ofMember(memberId: string, args: PageArgs): Promise<Connection<CreditRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<CreditRow>(OF_MEMBER, [memberId, at, id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.at.toISOString(), row.id]), () => this.count(memberId));
  }

  /** The idea itself first. */
  candidates(ideaId: string): Promise<CandidateRow[]> {
    return this.database.query<CandidateRow>(CANDIDATES, [ideaId]);
  }

  private async count(memberId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${LISTED} WHERE k.member_id = $1`, [memberId]);
    return row!.count;
  }
}
