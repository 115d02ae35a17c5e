import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { SqlParameters } from '@fanfare/ideas';
import { Clock, DAY, decodeCursor, encodeCursor, Problem } from '@fanfare/kernel';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import type { ReviewFilter } from './review.inputs.js';
import { REVIEW_ITEM_COLUMNS, type ReviewItemRow } from './review-item.row.js';
import { searchedFor } from './review-search.js';

/** Whose queue is read, and by whom: nobody reads about what they wrote themselves. */
export interface Reading {
  readonly communityId: string;
  readonly accountId: string;
}

interface Row extends ReviewItemRow {
  /** Until when the appeal about it is promised an answer; only in their own list. */
  readonly dueAt?: Date;
}

/** How a list is ordered and where its next page begins. */
interface Order {
  readonly name: string;
  readonly kinds: readonly ('n' | 'time' | 'id')[];
  /** The columns, and which way they run. */
  readonly by: readonly [string, string];
  readonly direction: 'DESC' | 'ASC';
  readonly casts: readonly [string, string];
  readonly tuple: (row: Row) => [string | number, string];
}

const WAITING: Order = {
  name: 'PRIORITY', kinds: ['n', 'id'], by: ['t.rank', 't.id'], direction: 'DESC', casts: ['float8', 'uuid'], tuple: ({ rank, id }) => [rank, id],
};
const DECIDED: Order = {
  name: 'DECIDED', kinds: ['time', 'id'], by: ['t.decided_at', 't.id'], direction: 'DESC', casts: ['timestamptz', 'uuid'],
  tuple: ({ decidedAt, id }) => [decidedAt!.toISOString(), id],
};
const APPEALS: Order = {
  name: 'APPEALS_DUE', kinds: ['time', 'id'], by: ['a.due_at', 't.id'], direction: 'ASC', casts: ['timestamptz', 'uuid'],
  tuple: ({ dueAt, id }) => [dueAt!.toISOString(), id],
};

/** One appeal of each item: the first due. */
const FIRST_DUE = `JOIN LATERAL (SELECT min(p.due_at) AS due_at FROM appeals p WHERE p.item_id = t.id AND p.state = 'OPEN') a ON a.due_at IS NOT NULL`;
const APPEALED = `t.id IN (SELECT p.item_id FROM appeals p WHERE p.community_id = t.community_id AND p.state = 'OPEN')`;

const WORKLOAD = `
  SELECT count(*)::int AS open, count(*) FILTER (WHERE t.claimed_until > $2)::int AS claimed, count(*) FILTER (WHERE t.state = 'PROPOSED')::int AS proposed,
    min(t.opened_at) AS oldest, (SELECT count(*) FROM appeals p WHERE p.community_id = $1 AND p.state = 'OPEN')::int AS appeals,
    (SELECT count(*) FROM review_items d WHERE d.community_id = $1 AND d.state = 'DECIDED' AND d.decided_at > $3)::int AS "decidedThisWeek"
  FROM review_items t WHERE t.community_id = $1 AND t.state <> 'DECIDED'`;

const BY_KIND = `
  SELECT subject_kind AS kind, count(*)::int AS open FROM review_items t WHERE t.community_id = $1 AND t.state <> 'DECIDED' GROUP BY 1 ORDER BY 2 DESC, 1`;

const EARLIER = `
  SELECT ${REVIEW_ITEM_COLUMNS}, asked.id AS "askedId" FROM unnest($1::uuid[]) AS asked (id) JOIN review_items n ON n.id = asked.id
  JOIN LATERAL (SELECT * FROM review_items o WHERE o.subject_kind = n.subject_kind AND o.subject_id = n.subject_id AND o.incident < n.incident
    ORDER BY o.incident DESC LIMIT 20) t ON true ORDER BY t.incident DESC`;

export interface Workload {
  readonly open: number;
  readonly claimed: number;
  readonly proposed: number;
  readonly appeals: number;
  readonly oldest: Date | null;
  readonly decidedThisWeek: number;
  readonly byKind: readonly { readonly kind: ReviewSubjectKind; readonly open: number }[];
}

@Injectable()
export class ReviewQueueQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A page of the queue: by priority; what is decided from the latest; appeals from the first due. */
  async page(reading: Reading, filter: ReviewFilter, args: PageArgs): Promise<Connection<ReviewItemRow>> {
    const order = orderOf(filter);
    const parameters = new SqlParameters();
    const from = `review_items t ${order === APPEALS ? FIRST_DUE : ''}`;
    const where = this.where(reading, filter, parameters);
    const counted = [...parameters.values];
    const beyond = args.after ? `AND ${after(order, args.after, parameters)}` : '';
    const [first, second] = order.by;
    const sql = `SELECT ${REVIEW_ITEM_COLUMNS}${order === APPEALS ? ', a.due_at AS "dueAt"' : ''} FROM ${from} WHERE ${where} ${beyond}
      ORDER BY ${first} ${order.direction}, ${second} ${order.direction} LIMIT ${parameters.add(pageSize(args) + 1)}`;
    const rows = await this.database.query<Row>(sql, parameters.values);
    const count = async () => (await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${from} WHERE ${where}`, counted))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(order.name, order.tuple(row)), count);
  }

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, ReviewItemRow>> {
    const sql = `SELECT ${REVIEW_ITEM_COLUMNS} FROM review_items t WHERE t.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<ReviewItemRow>(tx, sql, [ids]), (row) => row.id);
  }

  /** Items about the same subject before, by item, the latest first, twenty at most. */
  async earlierThan(ids: readonly string[]): Promise<Map<string, ReviewItemRow[]>> {
    return groupedBy(await this.database.query<ReviewItemRow & { askedId: string }>(EARLIER, [ids]), (row) => row.askedId);
  }

  async workload(communityId: string): Promise<Workload> {
    const now = this.clock.now();
    const [[totals], byKind] = await Promise.all([
      this.database.query<Omit<Workload, 'byKind'>>(WORKLOAD, [communityId, now, new Date(now.getTime() - 7 * DAY)]),
      this.database.query<Workload['byKind'][number]>(BY_KIND, [communityId]),
    ]);
    return { ...totals!, byKind };
  }

  private where({ communityId, accountId }: Reading, filter: ReviewFilter, parameters: SqlParameters): string {
    const community = `t.community_id = ${parameters.add(communityId)}::uuid`;
    const reader = parameters.add(accountId);
    const conditions = [
      community,
      `t.author_id IS DISTINCT FROM (SELECT m.id FROM members m WHERE m.${community.slice(2)} AND m.account_id = ${reader}::uuid)`,
      ...statesOf(filter, parameters),
      ...(filter.kind ? [`t.subject_kind = ANY (${parameters.add(filter.kind)}::text[])`] : []),
      ...(filter.category ? [`t.categories && ${parameters.add(filter.category)}::text[]`] : []),
      ...(filter.claimedByViewer ? [`t.claimed_by = ${reader}::uuid AND t.claimed_until > ${parameters.add(this.clock.now())}::timestamptz`] : []),
      ...(filter.search?.trim() ? [searchedFor(filter.search.trim(), parameters)] : []),
    ];
    return conditions.join(' AND ');
  }
}

function orderOf({ appeals, state }: ReviewFilter): Order {
  if (appeals) return APPEALS;
  return state?.includes('DECIDED') ? DECIDED : WAITING;
}

/** What is decided and what waits are two lists. @throws Problem `INVALID_INPUT` for both at once */
function statesOf({ state, appeals }: ReviewFilter, parameters: SqlParameters): string[] {
  const states = state?.length ? state : null;
  if (appeals) return [APPEALED, ...(states ? [`t.state = ANY (${parameters.add(states)}::text[])`] : [])];
  const decided = states?.includes('DECIDED') ?? false;
  if (decided && states!.length > 1) throw new Problem('INVALID_INPUT', { field: 'filter.state' });
  if (decided) return [`t.state = 'DECIDED'`];
  return [`t.state <> 'DECIDED'`, ...(states ? [`t.state = ANY (${parameters.add(states)}::text[])`] : [])];
}

/** @throws Problem `INVALID_CURSOR` */
function after(order: Order, cursor: string, parameters: SqlParameters): string {
  const tuple = decodeCursor(order.name, cursor, order.kinds);
  const [first, second] = tuple.map((value, at) => `${parameters.add(value)}::${order.casts[at]!}`);
  return `(${order.by.join(', ')}) ${order.direction === 'DESC' ? '<' : '>'} (${first}, ${second})`;
}
