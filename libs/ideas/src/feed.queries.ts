import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import type { Actor, CursorValue } from '@fanfare/kernel';
import { decodePosition, encodePosition, type FeedPosition, oldestRunning } from './feed.cursor.js';
import { feedConditions, type FeedFilter, listName } from './feed.filter.js';
import { FEED_ORDERS, type FeedOrder, keyAsJson, type RankOrder } from './feed.order.js';
import { IdeaFilters } from './idea-filters.js';
import { asSeenBy } from './idea.policy.js';
import { IDEA_COLUMNS, type IdeaRow } from './idea.row.js';
import { SearchQueries } from './search.queries.js';
import type { SearchTerms } from './search.terms.js';
import { SqlParameters } from './sql-parameters.js';

interface FeedRow extends IdeaRow {
  readonly snapshot: string;
  readonly taken: number;
  readonly tuple: CursorValue[];
}

/** Past ranks are kept a little longer than this. A cursor older than it goes on in the present. */
const VIEW_SECONDS = 3600;

/**
 * Ideas in an order, page by page. The first page reads the ranks of now and its cursors carry the database's snapshot; the
 * following pages read the ranks that were in force in that snapshot, from the present rows that it saw and the past rows
 * that ended after it. So no page repeats or skips an idea, whatever is voted meanwhile.
 */
@Injectable()
export class FeedQueries {
  constructor(
    private readonly database: Database,
    private readonly filters: IdeaFilters,
    private readonly searching: SearchQueries,
  ) {}

  async page(order: RankOrder, filter: FeedFilter, actor: Actor, args: PageArgs): Promise<Connection<IdeaRow>> {
    const list = listName(order, filter, actor);
    const kinds = FEED_ORDERS[order].keys.map((key) => key.kind);
    const size = pageSize(args);
    const position = args.after ? decodePosition(list, args.after, kinds) : null;
    const terms = await this.searching.terms(filter);
    const rows = await this.rows(FEED_ORDERS[order], filter, terms, actor, position, size + 1);
    const page = connectionOf(rows, args, (row) => encodePosition(list, row), () => this.count(filter, terms, actor));
    return { ...page, ...withoutTuples(page.edges, actor) };
  }

  /** How many ideas a filter shows now. */
  async count(filter: FeedFilter, terms: SearchTerms | null, actor: Actor): Promise<number> {
    const parameters = new SqlParameters();
    const sql = `SELECT count(*)::int AS count FROM idea_ranks r ${IDEA_OF_RANK} WHERE ${this.where(filter, terms, actor, parameters)}`;
    const [row] = await this.database.query<{ count: number }>(sql, parameters.values);
    return row!.count;
  }

  private rows(order: FeedOrder, filter: FeedFilter, terms: SearchTerms | null, actor: Actor, position: FeedPosition | null, limit: number) {
    const parameters = new SqlParameters();
    const where = this.where(filter, terms, actor, parameters);
    const sql = position ? followingPage(order, where, position, limit, parameters) : firstPage(order, where, limit);
    return this.database.query<FeedRow>(sql, parameters.values);
  }

  private where(filter: FeedFilter, terms: SearchTerms | null, actor: Actor, parameters: SqlParameters): string {
    const conditions = feedConditions(filter, actor, this.filters, parameters);
    if (terms) conditions.push(terms.condition(parameters));
    return conditions.join(' AND ');
  }
}

const IDEA_OF_RANK = 'JOIN ideas i ON i.id = r.idea_id LEFT JOIN members a ON a.id = i.author_id';

function columnsOf(order: FeedOrder): string {
  return `${IDEA_COLUMNS}, json_build_array(${order.keys.map(keyAsJson).join(', ')}) AS tuple`;
}

function firstPage(order: FeedOrder, where: string, limit: number): string {
  return `SELECT ${columnsOf(order)}, pg_current_snapshot()::text AS snapshot, extract(epoch FROM now())::int AS taken
    FROM idea_ranks r ${IDEA_OF_RANK} WHERE ${where} ORDER BY ${order.orderBy} LIMIT ${limit}`;
}

const RANK = 'idea_id, community_id, status, category_id, author_id, created_at, closes_at, raw, heat, top, waiting_since, completed_at';

function followingPage(order: FeedOrder, filters: string, position: FeedPosition, limit: number, parameters: SqlParameters): string {
  const places = order.keys.map((key, at) => `${parameters.add(position.tuple[at])}::${key.type}`);
  const snapshot = `${parameters.add(position.snapshot)}::pg_snapshot`;
  const taken = `${parameters.add(position.taken)}::float8`;
  const settled = `${parameters.add(oldestRunning(position.snapshot))}::xid8`;
  const fresh = `${taken} > extract(epoch FROM now()) - ${VIEW_SECONDS}`;
  const where = `${filters} AND ${order.after(places)}`;
  const branch = (ranks: string, condition: string) => `
    (SELECT ${RANK.split(', ').map((column) => `r.${column}`).join(', ')} FROM ${ranks} r ${IDEA_OF_RANK}
     WHERE ${where} AND ${condition} ORDER BY ${order.orderBy} LIMIT ${limit})`;
  return `SELECT ${columnsOf(order)},
      CASE WHEN ${fresh} THEN ${snapshot}::text ELSE pg_current_snapshot()::text END AS snapshot,
      CASE WHEN ${fresh} THEN ${taken} ELSE extract(epoch FROM now()) END::int AS taken
    FROM (${branch('idea_ranks', `(pg_visible_in_snapshot(r.from_xid, ${snapshot}) OR NOT ${fresh})`)}
      UNION ALL ${branch('idea_past_ranks', `r.to_xid >= ${settled} AND ${fresh}
        AND pg_visible_in_snapshot(r.from_xid, ${snapshot}) AND NOT pg_visible_in_snapshot(r.to_xid, ${snapshot})`)}) r
    ${IDEA_OF_RANK} ORDER BY ${order.orderBy} LIMIT ${limit}`;
}

/** The page with what cursors were made from taken off, and tombstones in place. */
function withoutTuples(edges: readonly { readonly cursor: string; readonly node: FeedRow }[], actor: Actor) {
  const clean = edges.map(({ cursor, node: { snapshot, taken, tuple, ...idea } }) => ({ cursor, node: asSeenBy(actor, idea) }));
  return { edges: clean, nodes: clean.map((edge) => edge.node) };
}
