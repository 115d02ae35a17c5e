import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { groupedBy } from '@fanfare/graphql';
import { type CursorKind, decodeCursor, encodeCursor, Problem } from '@fanfare/kernel';
import { COMMENT_COLUMNS, COMMENT_TABLES, type CommentRow } from './comment.row.js';

export const COMMENT_ORDERS = ['OLDEST', 'NEWEST', 'HELPFUL'] as const;
export type CommentOrder = (typeof COMMENT_ORDERS)[number];

/** Whose comments: an idea's of level one, a comment's replies, what a member wrote. */
export type CommentList = 'IDEA' | 'REPLIES' | 'MEMBER';

/** One page of one list. Pages asked for at the same time are read together. */
export interface PageKey {
  readonly list: CommentList;
  /** Of the idea, the comment or the member. */
  readonly ownerId: string;
  readonly order: CommentOrder;
  /** Rows to read: one more than the page holds. */
  readonly limit: number;
  readonly after: Position | null;
}

export const keyOfPage = (key: PageKey) => JSON.stringify([key.list, key.ownerId, key.order, key.limit, key.after]);

/** Where a page begins. */
export interface Position {
  readonly at: Date;
  readonly id: string;
  /** Marks; 0 where the order does not ask. */
  readonly helpful: number;
}

const OWNED: Readonly<Record<CommentList, string>> = {
  IDEA: 'c.idea_id = k.owner AND c.parent_id IS NULL',
  REPLIES: 'c.parent_id = k.owner',
  MEMBER: 'c.author_id = k.owner',
};

interface Order {
  readonly sort: string;
  readonly after: string;
  readonly kinds: readonly CursorKind[];
}

const ORDERS: Readonly<Record<CommentOrder, Order>> = {
  OLDEST: { sort: 'c.created_at, c.id', after: '(c.created_at, c.id) > (k.at, k.id)', kinds: ['time', 'id'] },
  NEWEST: { sort: 'c.created_at DESC, c.id DESC', after: '(c.created_at, c.id) < (k.at, k.id)', kinds: ['time', 'id'] },
  HELPFUL: {
    sort: 'c.helpful_count DESC, c.created_at DESC, c.id DESC',
    after: '(c.helpful_count, c.created_at, c.id) < (k.helpful, k.at, k.id)',
    kinds: ['time', 'id', 'int'],
  },
};

/** Where a comment stands in an order. */
export function cursorOfComment(order: CommentOrder, comment: CommentRow): string {
  const tuple = [comment.createdAt.toISOString(), comment.id];
  return encodeCursor(order, order === 'HELPFUL' ? [...tuple, comment.helpfulCount] : tuple);
}

const MOST_MARKS = 2_147_483_647;

/** What a cursor of an order says. @throws Problem `INVALID_CURSOR` */
export function positionIn(order: CommentOrder, cursor: string): Position {
  const [at, id, helpful = 0] = decodeCursor(order, cursor, ORDERS[order].kinds) as [string, string, number?];
  if (!Number.isInteger(helpful) || Math.abs(helpful) > MOST_MARKS) throw new Problem('INVALID_CURSOR');
  return { at: new Date(at), id, helpful };
}

/** Many pages of comments in few statements: one for each kind of list, order, and first or later page. */
@Injectable()
export class CommentPagesQueries {
  constructor(private readonly database: Database) {}

  /** Rows by `keyOfPage`. */
  async pages(keys: readonly PageKey[]): Promise<Map<string, CommentRow[]>> {
    const alike = Map.groupBy(keys, ({ list, order, after }) => `${list} ${order} ${after !== null}`);
    const read = await Promise.all([...alike.values()].map((group) => this.read(group)));
    return new Map(read.flat());
  }

  /** Pages of one kind: each list's rows come from its own index, in order, up to its own limit. */
  private async read(keys: readonly PageKey[]): Promise<[string, CommentRow[]][]> {
    const { list, order, after } = keys[0]!;
    const { sort, after: later } = ORDERS[order];
    const rows = await this.database.query<CommentRow & { nth: number }>(
      `SELECT k.nth::int AS nth, page.* FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[], $5::int[])
         WITH ORDINALITY AS k (owner, size, at, id, helpful, nth)
       CROSS JOIN LATERAL (
         SELECT ${COMMENT_COLUMNS} FROM ${COMMENT_TABLES} WHERE ${OWNED[list]} ${after === null ? '' : `AND ${later}`}
         ORDER BY ${sort} LIMIT k.size
       ) page`,
      [
        keys.map((key) => key.ownerId),
        keys.map((key) => key.limit),
        keys.map((key) => key.after?.at ?? null),
        keys.map((key) => key.after?.id ?? null),
        keys.map((key) => key.after?.helpful ?? null),
      ],
    );
    const found = groupedBy(rows, (row) => String(row.nth));
    return keys.map((key, at) => [keyOfPage(key), found.get(String(at + 1)) ?? []]);
  }
}
