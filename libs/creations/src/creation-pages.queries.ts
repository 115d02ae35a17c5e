import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { groupedBy } from '@fanfare/graphql';
import { listedWithheld, SqlParameters } from '@fanfare/ideas';
import { type Actor, type CursorKind, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { CREATION_COLUMNS, CREATION_TABLES, type CreationRow } from './creation.row.js';

export const CREATION_ORDERS = ['NEW', 'MOST_APPRECIATED', 'MOST_REMIXED'] as const;
export type CreationOrder = (typeof CREATION_ORDERS)[number];

/** Whose creations: a community's, those that play with an idea, a member's, those that build on one. */
export type CreationList = 'COMMUNITY' | 'IDEA' | 'MEMBER' | 'REMIXES';

/** One page of one list. Pages asked for at the same time are read together. */
export interface CreationPageKey {
  readonly list: CreationList;
  /** Of the community, the idea, the member or the creation. */
  readonly ownerId: string;
  readonly order: CreationOrder;
  /** Rows to read: one more than the page holds. */
  readonly limit: number;
  readonly after: CreationPosition | null;
}

export const keyOfCreationPage = (key: CreationPageKey) => JSON.stringify([key.list, key.ownerId, key.order, key.limit, key.after]);

/** Where a page begins. */
export interface CreationPosition {
  readonly at: Date;
  readonly id: string;
  /** Appreciations or remixes; 0 where the order does not ask. */
  readonly many: number;
}

/** Tombstones stand in no list; what is withheld stands in its author's only, and is counted in none. */
const OWNED: Readonly<Record<CreationList, string>> = {
  COMMUNITY: 'c.community_id = k.owner',
  IDEA: 'c.id IN (SELECT p.creation_id FROM creation_ideas p WHERE p.idea_id = k.owner)',
  MEMBER: 'c.author_id = k.owner',
  REMIXES: 'c.parent_id = k.owner',
};

interface Order {
  readonly sort: string;
  readonly after: string;
  readonly kinds: readonly CursorKind[];
  readonly many: (creation: CreationRow) => number;
}

const counted = (column: string, many: (creation: CreationRow) => number): Order => ({
  sort: `c.${column} DESC, c.created_at DESC, c.id DESC`,
  after: `(c.${column}, c.created_at, c.id) < (k.many, k.at, k.id)`,
  kinds: ['time', 'id', 'int'],
  many,
});

const ORDERS: Readonly<Record<CreationOrder, Order>> = {
  NEW: { sort: 'c.created_at DESC, c.id DESC', after: '(c.created_at, c.id) < (k.at, k.id)', kinds: ['time', 'id'], many: () => 0 },
  MOST_APPRECIATED: counted('appreciation_count', ({ appreciations }) => appreciations),
  MOST_REMIXED: counted('remix_count', ({ remixCount }) => remixCount),
};

/** Where a creation stands in an order. */
export function cursorOfCreation(order: CreationOrder, creation: CreationRow): string {
  const tuple = [creation.createdAt.toISOString(), creation.id];
  return encodeCursor(order, order === 'NEW' ? tuple : [...tuple, ORDERS[order].many(creation)]);
}

/** What a cursor of an order says. @throws Problem `INVALID_CURSOR` */
export function creationPosition(order: CreationOrder, cursor: string): CreationPosition {
  const [at, id, many = 0] = decodeCursor(order, cursor, ORDERS[order].kinds) as [string, string, number?];
  return { at: new Date(at), id, many };
}

const LENGTHS: Readonly<Record<CreationList, string>> = {
  COMMUNITY: 'SELECT community_id AS id, count(*)::int AS count FROM creations WHERE community_id = ANY ($1) AND withdrawn_at IS NULL AND withheld IS NULL GROUP BY 1',
  IDEA: `SELECT p.idea_id AS id, count(*)::int AS count FROM creation_ideas p JOIN creations c ON c.id = p.creation_id
    WHERE p.idea_id = ANY ($1) AND c.withdrawn_at IS NULL AND c.withheld IS NULL GROUP BY 1`,
  MEMBER: 'SELECT author_id AS id, count(*)::int AS count FROM creations WHERE author_id = ANY ($1) AND withdrawn_at IS NULL AND withheld IS NULL GROUP BY 1',
  REMIXES: 'SELECT id, remix_count AS count FROM creations WHERE id = ANY ($1)',
};

/** Many pages of creations in few statements: one for each kind of list, order, and first or later page. */
@Injectable()
export class CreationPagesQueries {
  constructor(private readonly database: Database) {}

  /** Rows by `keyOfCreationPage`. */
  async pages(keys: readonly CreationPageKey[], actor: Actor): Promise<Map<string, CreationRow[]>> {
    const alike = Map.groupBy(keys, ({ list, order, after }) => `${list} ${order} ${after !== null}`);
    const read = await Promise.all([...alike.values()].map((group) => this.read(group, actor)));
    return new Map(read.flat());
  }

  /** How long lists are, by their owners; what is missing is 0. */
  async lengths(list: CreationList, ownerIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; count: number }>(LENGTHS[list], [ownerIds]);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Pages of one kind: each list's rows come from its own index, in order, up to its own limit. */
  private async read(keys: readonly CreationPageKey[], actor: Actor): Promise<[string, CreationRow[]][]> {
    const { list, order, after } = keys[0]!;
    const { sort, after: later } = ORDERS[order];
    const parameters = new SqlParameters();
    for (const column of columnsOf(keys)) parameters.add(column);
    const rows = await this.database.query<CreationRow & { nth: number }>(
      `SELECT k.nth::int AS nth, page.* FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[], $5::int[])
         WITH ORDINALITY AS k (owner, size, at, id, many, nth)
       CROSS JOIN LATERAL (
         SELECT ${CREATION_COLUMNS} FROM ${CREATION_TABLES}
         WHERE ${OWNED[list]} AND c.withdrawn_at IS NULL AND ${listedWithheld(actor, parameters, { text: 'c', author: 'w' })} ${after === null ? '' : `AND ${later}`}
         ORDER BY ${sort} LIMIT k.size
       ) page`,
      parameters.values,
    );
    const found = groupedBy(rows, (row) => String(row.nth));
    return keys.map((key, at) => [keyOfCreationPage(key), found.get(String(at + 1)) ?? []]);
  }
}

/** Of each page: whose, how many rows, and where it begins. */
function columnsOf(keys: readonly CreationPageKey[]): unknown[][] {
  return [
    keys.map((key) => key.ownerId),
    keys.map((key) => key.limit),
    keys.map((key) => key.after?.at ?? null),
    keys.map((key) => key.after?.id ?? null),
    keys.map((key) => key.after?.many ?? null),
  ];
}
