import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { listedWithheld, SqlParameters } from '@fanfare/ideas';
import { type Actor, decodeCursor, encodeCursor, isId, Problem } from '@fanfare/kernel';
import { postAsSeenBy, visiblePosts } from './circle.policy.js';
import { type CirclePostRow, POST_COLUMNS, POST_TABLES } from './circle-post.row.js';

/** One page of the replies to one post. Pages asked for at the same time are read together. */
export interface RepliesKey {
  readonly parentId: string;
  /** Rows to read: one more than the page holds. */
  readonly limit: number;
  readonly after: { readonly at: string; readonly id: string } | null;
}

export const keyOfReplies = (key: RepliesKey) => JSON.stringify([key.parentId, key.limit, key.after]);

const FEED_ORDER = 'FEED';
const REPLIES_ORDER = 'REPLIES';

/** A tombstone stands as long as somebody answered it; what is withheld is one to all but its author. */
const stands = (actor: Actor, parameters: SqlParameters) => `((p.deleted_at IS NULL AND ${listedWithheld(actor, parameters, POST)})
  OR EXISTS (SELECT FROM circle_posts a WHERE a.parent_id = p.id AND a.deleted_at IS NULL AND a.withheld IS NULL))`;
const POST = { text: 'p', author: 'w' };

const replies = (listed: string) => `
  SELECT k.nth::int AS nth, page.* FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[])
    WITH ORDINALITY AS k (parent, size, at, id, nth)
  CROSS JOIN LATERAL (
    SELECT ${POST_COLUMNS} FROM ${POST_TABLES}
    WHERE p.parent_id = k.parent AND p.deleted_at IS NULL AND ${listed} AND (k.at IS NULL OR (p.created_at, p.id) > (k.at, k.id))
    ORDER BY p.created_at, p.id LIMIT k.size
  ) page`;

const REPLY_COUNTS = `
  SELECT parent_id AS id, count(*)::int AS count FROM circle_posts
  WHERE parent_id = ANY ($1::uuid[]) AND deleted_at IS NULL AND withheld IS NULL GROUP BY parent_id`;

@Injectable()
export class CirclePostsQueries {
  constructor(private readonly database: Database) {}

  /** What the actor may read of a circle's feed, the latest first. */
  async feed(actor: Actor, circleId: string, args: PageArgs): Promise<Connection<CirclePostRow>> {
    const parameters = new SqlParameters();
    const where = `p.circle_id = ${parameters.add(circleId)}::uuid AND p.parent_id IS NULL AND ${visiblePosts(actor, parameters)} AND ${stands(actor, parameters)}`;
    const counted = [...parameters.values];
    const [at, id] = args.after ? decodeCursor(FEED_ORDER, args.after, ['time', 'id']) : [null, null];
    const beyond = at === null ? '' : `AND (p.created_at, p.id) < (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)`;
    const rows = await this.database.query<CirclePostRow>(
      `SELECT ${POST_COLUMNS} FROM ${POST_TABLES} WHERE ${where} ${beyond} ORDER BY p.created_at DESC, p.id DESC LIMIT ${parameters.add(pageSize(args) + 1)}`,
      parameters.values,
    );
    const cursorOf = (row: CirclePostRow) => encodeCursor(FEED_ORDER, [row.createdAt.toISOString(), row.id]);
    return connectionOf(rows.map((row) => postAsSeenBy(actor, row)), args, cursorOf, async () => {
      const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${POST_TABLES} WHERE ${where}`, counted);
      return row!.count;
    });
  }

  /** Whatever their circle: for edges from something the reader may see already. */
  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CirclePostRow>> {
    const sql = `SELECT ${POST_COLUMNS} FROM ${POST_TABLES} WHERE p.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<CirclePostRow>(tx, sql, [ids]), (row) => row.id);
  }

  /** Those of the posts that the actor may read. */
  async visibleByIds(ids: readonly string[], actor: Actor, tx: Tx = this.database.reader): Promise<Map<string, CirclePostRow>> {
    const known = ids.filter(isId);
    if (known.length === 0) return new Map();
    const parameters = new SqlParameters();
    const sql = `SELECT ${POST_COLUMNS} FROM ${POST_TABLES}
      WHERE p.id = ANY (${parameters.add(known)}::uuid[]) AND ${visiblePosts(actor, parameters)}`;
    const rows = await rowsOf<CirclePostRow>(tx, sql, parameters.values);
    return keyedBy(rows.map((row) => postAsSeenBy(actor, row)), (row) => row.id);
  }

  /** The post, held until the transaction ends. @throws Problem `NOT_FOUND` when the actor may not read it */
  async lock(tx: Tx, actor: Actor, id: string): Promise<CirclePostRow> {
    if (isId(id)) await rowsOf(tx, 'SELECT id FROM circle_posts WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const post = (await this.visibleByIds([id], actor, tx)).get(id.toLowerCase());
    if (!post) throw new Problem('NOT_FOUND', { what: 'post' });
    return post;
  }

  /** Pages of replies, by `keyOfReplies`. */
  async replies(keys: readonly RepliesKey[], actor: Actor): Promise<Map<string, CirclePostRow[]>> {
    const parameters = new SqlParameters();
    for (const column of ['parentId', 'limit'] as const) parameters.add(keys.map((key) => key[column]));
    for (const column of ['at', 'id'] as const) parameters.add(keys.map((key) => key.after?.[column] ?? null));
    const sql = replies(listedWithheld(actor, parameters, POST));
    const rows = await this.database.query<CirclePostRow & { nth: number }>(sql, parameters.values);
    const found = groupedBy(rows, (row) => String(row.nth));
    return new Map(keys.map((key, at) => [keyOfReplies(key), found.get(String(at + 1)) ?? []]));
  }

  async replyCounts(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; count: number }>(REPLY_COUNTS, [ids]);
    return new Map(rows.map((row) => [row.id, row.count]));
  }
}

/** Where a reply stands among its kind. */
export function cursorOfReply(post: CirclePostRow): string {
  return encodeCursor(REPLIES_ORDER, [post.createdAt.toISOString(), post.id]);
}

/** @throws Problem `INVALID_CURSOR` */
export function replyAfter(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(REPLIES_ORDER, cursor, ['time', 'id']) as [string, string];
  return { at, id };
}
