import { Database } from '@fanfare/database';
import { type Connection } from '@fanfare/graphql';
import { VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEEDS_ANSWER_ORDERS } from '../feed.order.js';
import { FeedQueries } from '../feed.queries.js';
import { IdeasModule } from '../index.js';
import { ChangelogQueries } from './changelog.queries.js';
import { RoadmapQueries } from './roadmap.queries.js';

const IDEAS = 10_000;
const PAGE = 20;

let rooms: Rooms;
let communityId: string;
beforeAll(async () => {
  rooms = await bootRooms([IdeasModule]);
  communityId = (await aCommunity(rooms.database)).id;
  const memberId = (await aMember(rooms.database, communityId)).id;
  // Half of them wait; of the others most were answered by a move, as after a busy year.
  await rooms.database.query(
    `INSERT INTO ideas (id, community_id, author_id, title, body, status, created_at, estimate_from, estimate_precision)
     SELECT gen_random_uuid(), $1, $2, 'Idea number ' || n, 'What it is about, number ' || n,
       (ARRAY['OPEN','DECLINED','UNDER_REVIEW','PLANNED','OPEN','IN_PROGRESS','OPEN','DELIVERED','UNDER_REVIEW','EXPIRED'])[1 + n % 10],
       now() - n * interval '47 minutes', CASE WHEN n % 10 IN (3, 5) THEN date '2027-01-01' + (n % 12) * interval '1 month' END, CASE WHEN n % 10 IN (3, 5) THEN 'MONTH' END
     FROM generate_series(1, $3::int) n`, [communityId, memberId, IDEAS]);
  await rooms.database.query(
    `WITH said AS (
       INSERT INTO official_responses (id, idea_id, community_id, status, body, created_at)
       SELECT gen_random_uuid(), id, community_id, status, 'Because.', created_at + interval '1 day' FROM ideas WHERE status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED')
       RETURNING *)
     INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at, response_id)
     SELECT gen_random_uuid(), idea_id, community_id, 'OPEN', status, 'STAFF', created_at, id FROM said`);
  await rooms.database.query(`UPDATE idea_ranks SET verified = (hashtext(idea_id::text) & 1023), raw = 1200`);
  await rooms.database.query(
    `INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at)
     SELECT gen_random_uuid(), id, community_id, 'OPEN', 'UNDER_REVIEW', 'SYSTEM', now() FROM ideas WHERE status = 'UNDER_REVIEW' AND hashtext(id::text) % 20 = 0`);
  await rooms.database.query('DELETE FROM idea_past_ranks'); // an hour later; how long they are read depends on what else the server does
  await rooms.database.query('ANALYZE ideas, idea_ranks, idea_past_ranks, idea_moves, official_responses, roadmap_places');
}, 120_000);
afterAll(() => rooms?.close());

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface Plan {
  readonly indexes: readonly string[];
  /** The most rows any step took in. */
  readonly mostRows: number;
  readonly sequential: boolean;
}

/** The plan of the last statement that `work` ran. */
async function planOf(work: () => Promise<unknown>): Promise<Plan> {
  const { source } = rooms.get(Database);
  const query = source.query.bind(source) as (sql: string, values?: unknown[]) => Promise<unknown>;
  let last: { sql: string; values: unknown[] } | null = null;
  source.query = ((sql: string, values: unknown[]) => {
    last = { sql, values };
    return query(sql, values);
  }) as typeof source.query;
  await work().finally(() => {
    source.query = query as typeof source.query;
  });
  const { sql, values } = last!;
  const [row] = (await query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`, values)) as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }];
  const nodes = everyNode(row['QUERY PLAN'][0].Plan);
  return {
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    mostRows: Math.max(...nodes.map((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0))),
    sequential: nodes.some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] !== 'idea_past_ranks' && node['Actual Rows'] > PAGE * 2),
  };
}

function everyNode(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(everyNode)];
}

/** The first page and one far in, each by the index that mirrors its order and reading little more than a page. */
async function expectPages(index: string, page: (after: string | null) => Promise<Connection<unknown>>): Promise<void> {
  let after: string | null = null;
  for (let at = 0; at < 30; at += 1) after = (await page(after)).pageInfo.endCursor;
  for (const cursor of [null, after]) {
    const plan = await planOf(() => page(cursor));
    expect(plan.indexes).toContain(index);
    expect(plan.mostRows).toBeLessThanOrEqual(PAGE * 5);
    expect(plan.sequential).toBe(false);
  }
}

describe(`the desk with ${IDEAS} ideas`, () => {
  const INDEXES = { MOST_SUPPORT: 'idea_ranks_waiting_top', LONGEST_WAITING: 'idea_ranks_waiting_longest', LADDER_COMPLETED: 'idea_ranks_waiting_completed' } as const;

  it.each(NEEDS_ANSWER_ORDERS)('what needs an answer, by %s, reads a page and no more', async (order) => {
    await expectPages(INDEXES[order], (after) => rooms.get(FeedQueries).page(order, { communityId, waiting: true }, VISITOR, { first: PAGE, after }));
  });

  it('so do the roadmap and the changelog', async () => {
    await expectPages('roadmap_places_in_order', (after) => rooms.get(RoadmapQueries).page(communityId, null, { first: PAGE, after }));
    await expectPages('roadmap_places_in_order', (after) => rooms.get(RoadmapQueries).page(communityId, 'DELIVERED', { first: PAGE, after }));
    await expectPages('idea_moves_answered', (after) => rooms.get(ChangelogQueries).page({ communityId, categoryId: null }, { first: PAGE, after }));
  });

  it('negative control: without its index an order reads what waits and sorts it', async () => {
    await rooms.transactor.run(async (tx) => {
      await tx.query('DROP INDEX idea_ranks_waiting_longest');
      const [row] = (await tx.query(
        `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) SELECT idea_id FROM idea_ranks r WHERE community_id = $1 AND waiting_since IS NOT NULL ORDER BY waiting_since, idea_id LIMIT 21`, [communityId])) as [{ 'QUERY PLAN': { Plan: PlanNode }[] }];
      expect(Math.max(...everyNode(row['QUERY PLAN'][0]!.Plan).map((node) => node['Actual Rows']))).toBeGreaterThan(4_000);
      throw new Error('undone');
    }).catch((error: Error) => expect(error.message).toBe('undone'));
  });
});
