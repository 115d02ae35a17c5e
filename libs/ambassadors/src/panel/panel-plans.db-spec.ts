import { Database } from '@fanfare/database';
import type { Connection } from '@fanfare/graphql';
import { type Actor, VISITOR } from '@fanfare/kernel';
import { aCall, aCommunity, aMember, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALL_SELECTIONS, type CallSelection } from '../ambassadors.enums.js';
import { AmbassadorsModule } from '../index.js';
import { DecisionsService, MOST_AT_ONCE } from './decisions.service.js';
import { PanelQueries } from './panel.queries.js';

const APPLICANTS = 4_000;
const PAGE = 20;
const INDEXES: Readonly<Record<CallSelection, string | null>> = { PANEL: 'applications_by_points', COMMUNITY: 'applications_by_votes', HALF: null };

let rooms: Rooms;
let brand: Actor;
let calls: Record<CallSelection, string>;

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule]);
  const { id: communityId } = await aCommunity(rooms.database);
  const manager = await aMember(rooms.database, communityId);
  await aRole(rooms.database, communityId, manager.account_id!, 'BRAND_MANAGER');
  brand = { ...VISITOR, accountId: manager.account_id, grants: [{ communityId, role: 'BRAND_MANAGER' }] };
  calls = {} as Record<CallSelection, string>;
  await rooms.database.query(
    `INSERT INTO members (id, community_id, handle, display_name) SELECT gen_random_uuid(), $1, 'fan' || n, 'Fan ' || n FROM generate_series(1, ${APPLICANTS}) n`, [communityId]);
  for (const selection of CALL_SELECTIONS) {
    const call = await aCall(rooms.database, communityId, manager.id, { selection, seats: 1_000, voting_until: selection === 'PANEL' ? null : new Date(Date.now() - 1_000) });
    calls[selection] = call.id as string;
    await rooms.database.query(
      `INSERT INTO applications (id, call_id, community_id, member_id, state, of_age, started_at, changed_at, submitted_at, panel_points, reviewers, votes, verified_votes)
       SELECT gen_random_uuid(), $1, $2, id, 'SUBMITTED', true, now(), now(), now() - n * interval '1 minute', CASE WHEN n % 10 > 0 THEN (n % 501) / 100.0 END, 3, n % 89 + 5, n % 89
       FROM (SELECT m.id, row_number() OVER (ORDER BY m.id) AS n FROM members m WHERE m.community_id = $2 AND m.id <> $3) m`, [call.id, communityId, manager.id]);
  }
});
afterAll(() => rooms?.close());

interface PlanNode {
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** What a piece of work asks of the database, outside of transactions, and the plan of its `n`th statement. */
async function asked(work: () => Promise<unknown>, n = 0) {
  const { source } = rooms.get(Database);
  const query = source.query.bind(source) as (sql: string, values?: unknown[]) => Promise<unknown>;
  const statements: [string, unknown[]][] = [];
  source.query = ((sql: string, values: unknown[]) => {
    statements.push([sql, values]);
    return query(sql, values);
  }) as typeof source.query;
  await work().finally(() => (source.query = query as typeof source.query));
  // Three calls fill the table here: for a third of it, reading the whole would be cheaper than an index.
  const [row] = await rooms.transactor.run(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    return (await tx.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statements[n]![0]}`, statements[n]![1])) as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }];
  });
  const nodes = every(row['QUERY PLAN'][0].Plan);
  const rows = nodes.map((node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']);
  return { statements: statements.length, indexes: nodes.flatMap((node) => node['Index Name'] ?? []), mostRows: Math.max(...rows) };
}

function every(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(every)];
}

const panel = () => rooms.get(PanelQueries);
const page = (selection: CallSelection, after: string | null = null) => panel().page(calls[selection], { first: PAGE, after }, { order: 'RANKING', selection });

/** The cursor of a page far in. */
async function farIn(selection: CallSelection): Promise<string> {
  let found: Connection<unknown> | null = null;
  for (let at = 0; at < 10; at += 1) found = await page(selection, found?.pageInfo.endCursor);
  return found!.pageInfo.endCursor!;
}

describe(`the panel's desk with ${APPLICANTS} applications`, () => {
  it('falls over nothing while nobody has counted the tables: no step takes in more than the table once', async () => {
    const most: number[] = [];
    for (const selection of CALL_SELECTIONS) {
      const ids = (await page(selection)).nodes.map(({ id }) => id);
      for (const work of [() => page(selection), () => panel().rankingOf(ids)]) most.push((await asked(work)).mostRows);
    }
    await rooms.database.query('ANALYZE applications, members, calls');
    expect(Math.max(...most)).toBeLessThanOrEqual(APPLICANTS * CALL_SELECTIONS.length);
  });

  it.each(CALL_SELECTIONS)('reads a page of the ranking of a %s call in one statement', async (selection) => {
    for (const after of [null, await farIn(selection)]) {
      const { statements, indexes, mostRows } = await asked(() => page(selection, after));
      expect(statements).toBe(1);
      if (INDEXES[selection]) expect(indexes).toContain(INDEXES[selection]);
      expect(mostRows).toBeLessThanOrEqual(INDEXES[selection] ? PAGE * 5 : APPLICANTS * 2); // half and half is put in order as it is read
    }
  });

  it.each(CALL_SELECTIONS)('knows the places of a page of a %s call by one pass over its applications, and no other’s', async (selection) => {
    const ids = (await page(selection)).nodes.map(({ id }) => id);
    const { statements, mostRows } = await asked(() => panel().rankingOf(ids));
    expect(statements).toBe(1);
    expect(mostRows).toBeLessThanOrEqual(APPLICANTS + PAGE);
    const ranking = await panel().rankingOf(ids);
    const points = ids.map((id) => ranking.get(id)!.points!);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect(ranking.get(ids[0]!)!.place).toBe(1);
  });

  it('negative control: without its index a page reads everybody', async () => {
    await rooms.database.query(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'applications_by_points'::regclass`);
    expect((await asked(() => page('PANEL'))).mostRows).toBeGreaterThanOrEqual(APPLICANTS);
    await rooms.database.query(`UPDATE pg_index SET indisvalid = true WHERE indexrelid = 'applications_by_points'::regclass`);
  });

  it('answers five hundred at once, the best first, in statements whose number does not grow', async () => {
    const best = (await panel().page(calls.PANEL, { first: 100 }, { order: 'RANKING', selection: 'PANEL' })).nodes.map(({ id }) => id);
    const decide = (outcome: 'SELECTED' | 'DECLINED', count: number) => statementsOf(() =>
      rooms.get(DecisionsService).decideByRanking(brand, { call: calls.PANEL, count, outcome, reason: 'By the points that everybody can read.' }));
    const selected = await decide('SELECTED', 100);
    expect(selected.answer).toEqual(best);
    const declined = await decide('DECLINED', MOST_AT_ONCE);
    const undone = await statementsOf(() =>
      rooms.get(DecisionsService).decide(brand, { applications: best, outcome: 'DECLINED', reason: 'The terms of all of them changed.', reverse: true }));
    for (const { statements } of [selected, declined, undone]) expect(statements).toBeLessThan(40);
    const [told] = await rooms.database.query(`SELECT count(*) FILTER (WHERE type = 'term.offered')::int AS offered, count(*) FILTER (WHERE type = 'term.ended')::int AS ended,
      count(*) FILTER (WHERE type = 'application.decided')::int AS decided FROM events`);
    expect(told).toEqual({ offered: 100, ended: 100, decided: 200 + MOST_AT_ONCE }); // everybody hears, in few statements
    const [left] = await rooms.database.query('SELECT count(*)::int AS n, count(DISTINCT state) AS states FROM applications WHERE call_id = $1 AND state <> $2', [calls.PANEL, 'SUBMITTED']);
    expect(left).toMatchObject({ n: 100 + MOST_AT_ONCE });
    const code = (work: Promise<unknown>) => work.catch((problem: { code: string; params: object }) => [problem.code, problem.params]);
    const [first] = (await panel().page(calls.PANEL, { first: 1 }, { order: 'RANKING', selection: 'PANEL', states: ['SUBMITTED'] })).nodes;
    await rooms.database.query(`INSERT INTO terms (id, community_id, member_id, state, receives, months, offered_at, accept_until) SELECT gen_random_uuid(), community_id, id, 'OFFERED', 'x', 6, now(), now() + interval '1 day' FROM members WHERE id = $1`, [first!.memberId]);
    const [next] = await rooms.get(DecisionsService).decideByRanking(brand, { call: calls.PANEL, count: 1, outcome: 'SELECTED', reason: 'Who serves already is passed over.' });
    expect(next).not.toBe(first!.id);
    const more = (count: number) => code(rooms.get(DecisionsService).decideByRanking(brand, { call: calls.PANEL, count, outcome: 'SELECTED', reason: 'More.' }));
    await rooms.database.query(`UPDATE applications SET state = 'WITHDRAWN', withdrawn_at = now() WHERE call_id = $1 AND state = 'SUBMITTED' AND panel_points IS NOT NULL`, [calls.PANEL]);
    expect(await more(1)).toEqual(['INVALID_INPUT', { field: 'count', max: 0 }]); // who has no points is not selected by them
    expect(await more(MOST_AT_ONCE + 1)).toEqual(['INVALID_INPUT', { field: 'count', max: MOST_AT_ONCE }]);
  });
});

/** What some work answers, and how many statements its transactions ran. */
async function statementsOf<T>(work: () => Promise<T>): Promise<{ answer: T; statements: number }> {
  const { source } = rooms.get(Database);
  let statements = 0;
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = ((...args: Parameters<typeof create>) => {
    const runner = create(...args);
    const query = runner.query.bind(runner);
    runner.query = ((...given: Parameters<typeof query>) => {
      statements += 1;
      return query(...given);
    }) as typeof runner.query;
    return runner;
  }) as typeof source.createQueryRunner;
  try {
    return { answer: await work(), statements };
  } finally {
    source.createQueryRunner = create;
  }
}
