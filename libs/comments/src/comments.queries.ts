import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { groupedBy, keyedBy } from '@fanfare/graphql';
import { SqlParameters } from '@fanfare/ideas';
import { type Actor, isId, Problem } from '@fanfare/kernel';
import type { CommentList } from './comment-pages.queries.js';
import { COMMENT_COLUMNS, COMMENT_TABLES, type CommentRow, type CommentVersionRow } from './comment.row.js';
import { visibleComments } from './comment.visibility.js';

/** More wordings than anybody reads: the latest of them, the present one included. */
export const MOST_VERSIONS = 50;

const VERSIONS = `
  SELECT v.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (
    SELECT comment_id AS "commentId", number, body, created_at AS at FROM comment_versions WHERE comment_id = asked.id
    ORDER BY number DESC LIMIT ${MOST_VERSIONS}
  ) v ORDER BY v.number`;

const COUNTS: Readonly<Record<CommentList, string>> = {
  IDEA: 'SELECT idea_id AS id, count(*)::int AS count FROM comments WHERE idea_id = ANY ($1) AND parent_id IS NULL GROUP BY idea_id',
  REPLIES: 'SELECT parent_id AS id, count(*)::int AS count FROM comments WHERE parent_id = ANY ($1) GROUP BY parent_id',
  MEMBER: 'SELECT author_id AS id, count(*)::int AS count FROM comments WHERE author_id = ANY ($1) GROUP BY author_id',
};

@Injectable()
export class CommentsQueries {
  constructor(private readonly database: Database) {}

  /** Whatever their idea: for edges from a comment that the reader may see already. */
  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CommentRow>> {
    const sql = `SELECT ${COMMENT_COLUMNS} FROM ${COMMENT_TABLES} WHERE c.id = ANY ($1)`;
    return keyedBy(await rowsOf<CommentRow>(tx, sql, [ids]), (row) => row.id);
  }

  /**
   * The comment, if the actor may read it, inside a transaction.
   *
   * @param lock `UPDATE` for whoever is about to change it or its marks
   * @throws Problem `NOT_FOUND`
   */
  async requireVisible(tx: Tx, actor: Actor, id: string, lock: 'NONE' | 'UPDATE' = 'NONE'): Promise<CommentRow> {
    if (!isId(id)) throw notFound();
    const parameters = new SqlParameters();
    const sql = `
      SELECT ${COMMENT_COLUMNS} FROM ${COMMENT_TABLES} LEFT JOIN members a ON a.id = i.author_id
      WHERE c.id = ${parameters.add(id)} AND ${visibleComments(actor, parameters)} ${lock === 'UPDATE' ? 'FOR NO KEY UPDATE OF c' : ''}`;
    const [row] = await rowsOf<CommentRow>(tx, sql, parameters.values);
    if (!row) throw notFound();
    return row;
  }

  /** Those of the comments that the actor may read. */
  async visibleByIds(ids: readonly string[], actor: Actor): Promise<Map<string, CommentRow>> {
    const parameters = new SqlParameters();
    const sql = `
      SELECT ${COMMENT_COLUMNS} FROM ${COMMENT_TABLES} LEFT JOIN members a ON a.id = i.author_id
      WHERE c.id = ANY (${parameters.add(ids)}::uuid[]) AND ${visibleComments(actor, parameters)}`;
    return keyedBy(await this.database.query<CommentRow>(sql, parameters.values), (row) => row.id);
  }

  /** How many stand at each idea, tombstones not counted. */
  async tallies(ideaIds: readonly string[]): Promise<Map<string, number>> {
    const sql = 'SELECT idea_id AS id, visible AS count FROM comment_tallies WHERE idea_id = ANY ($1)';
    return counted(await this.database.query<Count>(sql, [ideaIds]));
  }

  /** How long lists are, tombstones included. */
  async lengths(list: CommentList, ownerIds: readonly string[]): Promise<Map<string, number>> {
    return counted(await this.database.query<Count>(COUNTS[list], [ownerIds]));
  }

  /** Wordings that edits replaced, from the first; the latest 50 at most: the eldest may be there only to compare with. */
  async versionsOf(commentIds: readonly string[]): Promise<Map<string, CommentVersionRow[]>> {
    return groupedBy(await this.database.query<CommentVersionRow>(VERSIONS, [commentIds]), (row) => row.commentId);
  }

  /** Which of the comments the account's members marked. */
  async markedBy(accountId: string, commentIds: readonly string[]): Promise<Map<string, true>> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT h.comment_id AS id FROM helpful_marks h JOIN members m ON m.id = h.member_id
       WHERE h.comment_id = ANY ($1) AND m.account_id = $2`,
      [commentIds, accountId],
    );
    return new Map(rows.map((row) => [row.id, true]));
  }
}

interface Count {
  readonly id: string;
  readonly count: number;
}

function counted(rows: readonly Count[]): Map<string, number> {
  return new Map(rows.map((row) => [row.id, row.count]));
}

function notFound(): Problem {
  return new Problem('NOT_FOUND', { what: 'comment' });
}
