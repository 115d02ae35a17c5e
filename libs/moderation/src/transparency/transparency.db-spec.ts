import { HOUR, newId } from '@fanfare/kernel';
import { aCommunity, aMember, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ModerationModule, TransparencyQueries } from '../index.js';
import { StatementsQueries } from './statements.queries.js';

const NOON = new Date('2026-03-10T12:00:00Z');
const MARCH = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-04-01T00:00:00Z') };

let rooms: Rooms;
let community: { id: string };
let author: Awaited<ReturnType<typeof aMember>>;
let reporter: Awaited<ReturnType<typeof aMember>>;
let [first, second] = [{} as Awaited<ReturnType<typeof aMember>>, {} as Awaited<ReturnType<typeof aMember>>];

beforeAll(async () => {
  rooms = await bootRooms([ModerationModule], { now: new Date('2026-06-01T00:00:00Z') });
});
afterAll(() => rooms?.close());

beforeEach(async () => {
  community = await aCommunity(rooms.database);
  [author, reporter, first, second] = await Promise.all([1, 2, 3, 4].map(() => aMember(rooms.database, community.id))) as [typeof author, typeof author, typeof author, typeof author];
  await rooms.database.query('DELETE FROM community_rules WHERE community_id = $1', [community.id]);
  await row('community_rules', { community_id: community.id, number: 3, version: 1, title: 'Respect people', body: 'No insults.', since: MARCH.from });
  for (const { account_id } of [first, second]) {
    await row('role_grants', { id: newId(), community_id: community.id, account_id, role: 'MODERATOR', granted_at: MARCH.from });
  }
});

async function row(table: string, columns: Record<string, unknown>): Promise<void> {
  const names = Object.keys(columns);
  await rooms.database.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(columns));
}

/** An item opened at noon of the tenth, so many hours before its decision. */
async function item(hours: number | null, columns: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const decided = hours === null ? null : new Date(NOON.getTime() + hours * HOUR);
  const state = decided ? 'DECIDED' : 'OPEN';
  await row('review_items', {
    id, community_id: community.id, subject_kind: 'COMMENT', subject_id: newId(), incident: 1, author_id: author.id, state, opened_at: NOON, changed_at: NOON, decided_at: decided, ...columns,
  });
  return id;
}

async function decided(itemId: string, hours: number, columns: Record<string, unknown> = {}): Promise<string> {
  const [id, at] = [newId(), new Date(NOON.getTime() + hours * HOUR)];
  const reasons = { ground: 'RULE', rule_number: 3, rule_version: 1, facts: 'It insults.', passage: 'you fool', language: 'en', appeal_until: MARCH.to, starts_at: at };
  const kept = columns['action'] === 'KEEP';
  await row('decisions', {
    id, community_id: community.id, item_id: itemId, affected_id: author.id, action: 'REMOVE', source: 'REPORT', automated_detection: false, automated_decision: false,
    state: 'IN_FORCE', decided_by: first.account_id, decided_as: 'MODERATOR', decided_at: at, ...(kept ? {} : reasons), ...columns,
  });
  return id;
}

async function reported(itemId: string, columns: Record<string, unknown> = {}): Promise<void> {
  await row('reports', {
    id: newId(), reference: newId(), community_id: community.id, item_id: itemId, reporter_id: reporter.id, category: 'HARASSMENT', explanation: 'An insult.', weight: 1, filed_at: NOON, ...columns,
  });
}

const report = (period = MARCH) => rooms.get(TransparencyQueries).report(community.id, period);

describe('a transparency report', () => {
  it('of a quiet period counts nothing, and says no time', async () => {
    expect(await report()).toMatchObject({
      notices: { total: 0, byCategory: [] },
      decisions: { total: 0, restrictions: 0, byAction: [], byGround: [] },
      times: { count: 0, median: null, p95: null },
      appeals: { opened: 0, decided: 0 },
      critical: { judged: 0 },
      waiting: 0,
    });
  });

  it('counts notices, decisions, times and judged reports', async () => {
    for (const [hours, action, verdict] of [[1, 'REMOVE', 'UPHELD'], [2, 'KEEP', 'UNFOUNDED'], [30, 'HIDE', 'UPHELD']] as const) {
      const id = await item(hours);
      await reported(id, { verdict, judged_at: new Date(NOON.getTime() + hours * HOUR) });
      await decided(id, hours, { action });
    }
    await reported(await item(null), { reporter_id: null, category: 'ILLEGAL_CONTENT' });
    expect(await report()).toMatchObject({
      notices: { total: 4, illegalContent: 1, byVisitors: 1, byCategory: [{ word: 'HARASSMENT', count: 3 }, { word: 'ILLEGAL_CONTENT', count: 1 }] },
      decisions: { total: 3, restrictions: 2, byGround: [{ ground: 'RULE', rule: 3, title: 'Respect people', count: 2 }], byDecider: [{ word: 'MODERATOR', count: 3 }] },
      times: { count: 3, median: 2 * 3600, p95: 30 * 3600 },
      accuracy: { judged: 3, upheld: 2, unfounded: 1, abusive: 0 },
      waiting: 1,
    });
  });

  it('puts critical and other texts side by side, each text once', async () => {
    const twice = await item(1);
    await decided(twice, 1, { critical: true, state: 'FALLEN', over_at: new Date(NOON.getTime() + 5 * HOUR) });
    await decided(twice, 5, { critical: true, action: 'KEEP' });
    await decided(await item(1), 1, { action: 'KEEP', critical: true });
    await decided(await item(1), 1, { action: 'HIDE' });
    expect(await report()).toMatchObject({ critical: { judged: 2, restricted: 1, removed: 1 }, other: { judged: 1, restricted: 1, removed: 0 } });
  });

  it('tells machines from people: a hold is no judgement, and no answer to whoever waits', async () => {
    const end = new Date(NOON.getTime() + 24 * HOUR);
    await decided(await item(null), 0, {
      action: 'HOLD', automated_detection: true, automated_decision: true, decided_by: null, decided_as: 'AUTOMATED', source: 'AUTOMATED', ends_at: end,
    });
    const { decisions, times, other } = await report();
    expect({ decisions, times, other }).toMatchObject({
      decisions: { total: 1, automatedDecisions: 1, automatedDetections: 1, byDecider: [{ word: 'AUTOMATED', count: 1 }] }, times: { count: 0 }, other: { judged: 0 },
    });
  });

  it('counts appeals by what became of them', async () => {
    for (const [state, hours] of [['UPHELD', 10], ['REVERSED', 20]] as const) {
      const id = await item(1);
      const decision = await decided(id, 1);
      await row('appeals', {
        id: newId(), community_id: community.id, item_id: id, decision_id: decision, appellant_id: author.id, appellant_is: 'AFFECTED', round: 1, opened_at: NOON, due_at: MARCH.to,
        state, decided_by: second.account_id, decided_as: 'MODERATOR', decided_at: new Date(NOON.getTime() + hours * HOUR), reasons: 'Read again.',
      });
    }
    expect((await report()).appeals).toEqual({ opened: 2, decided: 2, upheld: 1, reversed: 1, changed: 0, times: { count: 2, median: 15 * 3600, p95: 20 * 3600 } });
  });

  it('leaves out what another period or community did, and proposals', async () => {
    await decided(await item(1), 1);
    await decided(await item(1), 1, { action: 'BAN', scope: 'MEMBER', needs_second: true, state: 'PROPOSED' });
    const april = { from: MARCH.to, to: new Date('2026-05-01T00:00:00Z') };
    expect((await report(april)).decisions.total).toBe(0);
    expect((await report()).decisions.byAction).toEqual([{ word: 'REMOVE', count: 1 }]);
    const other = await aCommunity(rooms.database);
    expect((await rooms.get(TransparencyQueries).report(other.id, MARCH)).decisions.total).toBe(0);
  });
});

describe('the export of statements', () => {
  it('lists restrictions in their order, page by page, and nothing kept', async () => {
    const ids = [] as string[];
    for (const hours of [3, 1, 2]) ids.push(await decided(await item(hours), hours));
    await decided(await item(1), 1, { action: 'KEEP' });
    const queries = rooms.get(StatementsQueries);
    const page = await queries.page(community.id, MARCH, { first: 2 });
    const rest = await queries.page(community.id, MARCH, { first: 2, after: page.pageInfo.endCursor! });
    expect([...page.nodes, ...rest.nodes].map(({ id }) => id)).toEqual([ids[1], ids[2], ids[0]]);
    expect(page.nodes[0]).toMatchObject({ rule: 3, ruleTitle: 'Respect people', subjectKind: 'COMMENT', scope: 'TEXT' });
    expect(await page.totalCount()).toBe(3);
  });
});
