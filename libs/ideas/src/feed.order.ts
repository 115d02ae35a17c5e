import type { CursorKind } from '@fanfare/kernel';

export const IDEA_ORDERS = ['TRENDING', 'TOP', 'NEWEST', 'CLOSING_SOON', 'RELEVANCE'] as const;
export type IdeaOrder = (typeof IDEA_ORDERS)[number];

/** Of what needs an answer. */
export const NEEDS_ANSWER_ORDERS = ['MOST_SUPPORT', 'LONGEST_WAITING', 'LADDER_COMPLETED'] as const;
export type NeedsAnswerOrder = (typeof NEEDS_ANSWER_ORDERS)[number];

export type RankOrder = Exclude<IdeaOrder, 'RELEVANCE'> | NeedsAnswerOrder;

/** One value of a sort tuple. */
interface SortKey {
  /** The column of the rank, as `r`. */
  readonly column: string;
  readonly kind: CursorKind;
  readonly type: 'int' | 'float8' | 'timestamptz' | 'uuid';
}

/** An order over ranks; each has an index in the migration that mirrors it. */
export interface FeedOrder {
  readonly keys: readonly SortKey[];
  readonly orderBy: string;
  /** What stands behind a tuple, given the places of its values. */
  readonly after: (places: readonly string[]) => string;
}

const CREATED: SortKey = { column: 'created_at', kind: 'time', type: 'timestamptz' };
const ID: SortKey = { column: 'idea_id', kind: 'id', type: 'uuid' };

function descending(...keys: SortKey[]): FeedOrder {
  const columns = keys.map((key) => `r.${key.column}`);
  return {
    keys,
    orderBy: columns.map((column) => `${column} DESC`).join(', '),
    after: (places) => `(${columns.join(', ')}) < (${places.join(', ')})`,
  };
}

function ascending(...keys: SortKey[]): FeedOrder {
  const columns = keys.map((key) => `r.${key.column}`).join(', ');
  return { keys, orderBy: columns, after: (places) => `(${columns}) > (${places.join(', ')})` };
}

const TOP = descending({ column: 'top', kind: 'int', type: 'int' }, { column: 'raw', kind: 'int', type: 'int' }, CREATED, ID);
const WAITING: SortKey = { column: 'waiting_since', kind: 'time', type: 'timestamptz' };

/** Every order is total: it ends with the id. */
export const FEED_ORDERS: Readonly<Record<RankOrder, FeedOrder>> = {
  TRENDING: descending({ column: 'heat', kind: 'n', type: 'float8' }, CREATED, ID),
  TOP,
  NEWEST: descending(CREATED, ID),
  // The nearest deadline first, and what has none after all others, newest first.
  CLOSING_SOON: {
    keys: [{ column: 'closes_at', kind: 'time', type: 'timestamptz' }, CREATED, ID],
    orderBy: 'r.closes_at, r.created_at DESC, r.idea_id DESC',
    after: ([closes, created, id]) =>
      `r.closes_at >= ${closes} AND (r.closes_at > ${closes} OR (r.created_at, r.idea_id) < (${created}, ${id}))`,
  },
  MOST_SUPPORT: TOP,
  LONGEST_WAITING: ascending(WAITING, ID),
  LADDER_COMPLETED: ascending({ column: 'completed_at', kind: 'time', type: 'timestamptz' }, WAITING, ID),
};

/** A key as JSON can hold it without loss: moments with their microseconds. */
export function keyAsJson(key: SortKey): string {
  if (key.type !== 'timestamptz') return `r.${key.column}`;
  return `to_char(r.${key.column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
