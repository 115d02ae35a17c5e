import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { MERGE_COLUMNS, type MergeRow } from './merge.row.js';

/** What a merge would come to. */
export interface PreviewRow {
  readonly raw: number;
  readonly verified: number;
  readonly quarantined: number;
  readonly imported: number;
  /** How many people stand behind both. */
  readonly both: number;
}

/** The latest that counts: what is in force, else nothing. */
const IN_FORCE = `SELECT ${MERGE_COLUMNS} FROM merges g WHERE g.duplicate_id = ANY ($1::uuid[]) AND g.undone_at IS NULL`;

/** One row per idea: the latest merge that its author contested, also after it was undone. */
const CONTESTED = `
  SELECT DISTINCT ON (g.duplicate_id) ${MERGE_COLUMNS} FROM merges g
  WHERE g.duplicate_id = ANY ($1::uuid[]) AND g.contested_at IS NOT NULL ORDER BY g.duplicate_id, g.merged_at DESC, g.id DESC`;

const OPEN = `g.community_id = $1 AND g.contested_at IS NOT NULL AND g.decided_at IS NULL AND g.undone_at IS NULL`;

const OPEN_PAGE = `
  SELECT ${MERGE_COLUMNS} FROM merges g WHERE ${OPEN} AND ($2::timestamptz IS NULL OR (g.contested_at, g.id) > ($2, $3::uuid))
  ORDER BY g.contested_at, g.id LIMIT $4`;

/** As the union will count: a suspicion on either side holds for both. */
const PREVIEW = `
  WITH backed AS (
    SELECT v.member_id, v.standing, coalesce(i.merged_into_id, i.id) AS root FROM ideas i JOIN votes v ON v.idea_id = i.id
    WHERE i.id = ANY ($1::uuid[]) OR i.merged_into_id = ANY ($1)
  ), suspects AS (
    SELECT q.member_id FROM ideas i JOIN vote_quarantines q ON q.idea_id = i.id WHERE i.id = ANY ($1) OR i.merged_into_id = ANY ($1)
  ), people AS (
    SELECT member_id, count(DISTINCT root) AS roots, united_standing(
      bool_or(standing = 'QUARANTINED') OR member_id IN (SELECT member_id FROM suspects), bool_or(standing = 'VERIFIED')) AS standing
    FROM backed GROUP BY member_id
  )
  SELECT count(*)::int AS raw, count(*) FILTER (WHERE standing = 'VERIFIED')::int AS verified,
    count(*) FILTER (WHERE standing = 'QUARANTINED')::int AS quarantined, count(*) FILTER (WHERE roots > 1)::int AS both,
    (SELECT coalesce(sum(imported_support), 0)::int FROM ideas WHERE id = ANY ($1) OR merged_into_id = ANY ($1)) AS imported
  FROM people`;

const BY_IDS = `SELECT ${MERGE_COLUMNS} FROM merges g WHERE g.id = ANY ($1::uuid[])`;

const ORDER = 'MERGE_CONTESTS';

/** Reads of merges. */
@Injectable()
export class MergesQueries {
  constructor(private readonly database: Database) {}

  /** The merges in force, by duplicate. */
  async inForce(duplicateIds: readonly string[]): Promise<Map<string, MergeRow>> {
    return keyedBy(await this.database.query<MergeRow>(IN_FORCE, [duplicateIds]), (row) => row.duplicateId);
  }

  /** The merge, if it is in force, contested and not decided. */
  async openContest(tx: Tx, mergeId: string): Promise<MergeRow | null> {
    const sql = `SELECT ${MERGE_COLUMNS} FROM merges g WHERE g.id = $1 AND g.contested_at IS NOT NULL AND g.decided_at IS NULL AND g.undone_at IS NULL`;
    return (await rowsOf<MergeRow>(tx, sql, [mergeId]))[0] ?? null;
  }

  /** Merges by their own ids. */
  async byIds(ids: readonly string[]): Promise<Map<string, MergeRow>> {
    return keyedBy(await this.database.query<MergeRow>(BY_IDS, [ids]), (row) => row.id);
  }

  /** The latest contested merges, by duplicate. */
  async contested(duplicateIds: readonly string[]): Promise<Map<string, MergeRow>> {
    return keyedBy(await this.database.query<MergeRow>(CONTESTED, [duplicateIds]), (row) => row.duplicateId);
  }

  /** Contests that nobody has decided, the oldest first. */
  async openContests(communityId: string, args: PageArgs): Promise<Connection<MergeRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<MergeRow>(OPEN_PAGE, [communityId, at, id, pageSize(args) + 1]);
    const cursorOf = (row: MergeRow) => encodeCursor(ORDER, [row.contestedAt!.toISOString(), row.id]);
    return connectionOf(rows, args, cursorOf, () => this.countOpen(communityId));
  }

  /** What two ideas, with their duplicates, would count together. */
  async preview(ideaId: string, targetId: string): Promise<PreviewRow> {
    const [row] = await this.database.query<PreviewRow>(PREVIEW, [[ideaId, targetId]]);
    return row!;
  }

  private async countOpen(communityId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM merges g WHERE ${OPEN}`, [communityId]);
    return row!.count;
  }
}
