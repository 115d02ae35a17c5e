import type { Database, Transactor } from '@fanfare/database';
import { type Actor, encodeCursor, type Problem, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FeedFilter } from './feed.filter.js';
import type { RankOrder } from './feed.order.js';
import { FeedQueries } from './feed.queries.js';
import { IdeaDetailsQueries } from './idea-details.queries.js';
import { IdeasModule } from './ideas.module.js';
import { RanksService } from './ranks.service.js';

let rooms: Rooms;
let db: Database;
let transactor: Transactor;
let feed: FeedQueries;
let ranks: RanksService;
let community: string;

beforeAll(async () => {
  rooms = await bootRooms([IdeasModule]);
  db = rooms.database;
  transactor = rooms.transactor;
  feed = rooms.get(FeedQueries);
  ranks = rooms.get(RanksService);
});

afterAll(() => rooms?.close());

beforeEach(async () => {
  community = (await aCommunity(db)).id;
});

const ORDERS: RankOrder[] = ['TRENDING', 'TOP', 'NEWEST', 'CLOSING_SOON'];
const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code);

let moments = 0;

/** One idea, a second after the one before: two of the same millisecond would be in the order of their ids. */
function posted(columns: Record<string, unknown> = {}) {
  moments += 1;
  return anIdea(db, community, { created_at: new Date(Date.now() - 3_600_000 + moments * 1000), ...columns });
}

async function ideas(count: number): Promise<string[]> {
  const made: string[] = [];
  for (let at = 0; at < count; at += 1) made.push((await posted()).id);
  return made;
}

const vote = (ideaId: string, raw: number) =>
  transactor.run((tx) => ranks.place(tx, [{ ideaId, verified: raw, raw, heat: raw === 0 ? null : raw / 3 }]));

interface Reading {
  readonly size?: number;
  readonly filter?: Partial<FeedFilter>;
  readonly actor?: Actor;
  /** Happens after each page. */
  readonly meanwhile?: (page: number) => Promise<unknown>;
}

/** The ids of every page, in order. */
async function readAll(order: RankOrder, { size = 3, filter = {}, actor = VISITOR, meanwhile }: Reading = {}): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; ; page += 1) {
    const found = await feed.page(order, { communityId: community, ...filter }, actor, { first: size, after });
    seen.push(...found.nodes.map((idea) => idea.id));
    if (!found.pageInfo.hasNextPage) return seen;
    after = found.pageInfo.endCursor;
    await meanwhile?.(page);
  }
}

describe('orders', () => {
  it('TOP: verified and imported, then raw, then the newest', async () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
    const imported = await posted({ source_key: 'a', imported_support: 5, created_at: at(1), deadline: null });
    const verified = await posted({ created_at: at(2) });
    const raw = await posted({ created_at: at(3) });
    const older = await posted({ created_at: at(4) });
    const newer = await posted({ created_at: at(5) });
    await transactor.run((tx) => ranks.place(tx, [{ ideaId: verified.id, verified: 6, raw: 6, heat: 1 }, { ideaId: raw.id, verified: 0, raw: 50, heat: null }]));
    expect(await readAll('TOP', { size: 2 })).toEqual([verified.id, imported.id, raw.id, newer.id, older.id]);
  });

  it('TRENDING: the hottest, then the newest of those nobody backs yet', async () => {
    const [cold, warm, hot, fresh] = await ideas(4);
    await vote(warm!, 3);
    await vote(hot!, 30);
    expect(await readAll('TRENDING')).toEqual([hot, warm, fresh, cold]);
  });

  it('CLOSING_SOON: the nearest deadline first, what has none after all others', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    const none = await posted({ deadline: null });
    const late = await posted({ deadline: inDays(9) });
    const planned = await posted({ status: 'PLANNED' });
    const soon = await posted({ deadline: inDays(1) });
    expect(await readAll('CLOSING_SOON', { size: 1 })).toEqual([soon.id, late.id, planned.id, none.id]);
  });

  it('every order reads every idea once, by pages of any size', async () => {
    const all = await ideas(11);
    for (const [at, id] of all.entries()) if (at % 3 > 0) await vote(id, at % 4);
    for (const order of ORDERS) {
      for (const size of [1, 2, 5, 11, 100]) expect((await readAll(order, { size })).sort(), `${order} by ${size}`).toEqual([...all].sort());
    }
  });
});

describe('while votes arrive', () => {
  it.each(['TOP', 'TRENDING'] as const)('%s repeats and skips nothing, in the order of the beginning', async (order) => {
    const all = await ideas(12);
    for (const [at, id] of all.entries()) await vote(id, at + 1);
    const beginning = await readAll(order, { size: 100 });
    // What was last becomes first, page after page, and what was first falls to the end.
    const read = await readAll(order, { meanwhile: (page) => upheaval(all, page) });
    expect(read).toEqual(beginning);
  });

  it('a vote that commits between two pages though it began before the first changes nothing either', async () => {
    const all = await ideas(9);
    for (const [at, id] of all.entries()) await vote(id, at + 1);
    const beginning = await readAll('TOP', { size: 100 });
    const begun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const slow = transactor.run(async (tx) => {
      await ranks.place(tx, [{ ideaId: beginning.at(-1)!, verified: 500, raw: 500, heat: 500 }]);
      begun.resolve();
      await mayEnd.promise;
    });
    await begun.promise;
    const read = await readAll('TOP', {
      meanwhile: async (page) => {
        if (page > 0) return;
        mayEnd.resolve();
        await slow;
      },
    });
    expect(read).toEqual(beginning);
  });

  it('many at once', async () => {
    const all = await ideas(20);
    for (const [at, id] of all.entries()) await vote(id, at);
    let over = false;
    const voters = [1, 2, 3].map(async (voter) => {
      for (let turn = 0; !over; turn += 1) await vote(all[(turn * 7 + voter * 5) % all.length]!, (turn * 13 + voter) % 40);
    });
    try {
      for (const order of ['TOP', 'TRENDING'] as const) {
        for (let round = 0; round < 15; round += 1) expect((await readAll(order, { size: 3 })).sort()).toEqual([...all].sort());
      }
    } finally {
      over = true;
      await Promise.all(voters);
    }
  });

  it('negative control: the same pages over the ranks of now skip what rises and repeat what falls', async () => {
    const all = await ideas(12);
    for (const [at, id] of all.entries()) await vote(id, 50 + at);
    expect((await readNow(() => upheaval(all, 0))).length).toBeLessThan(all.length);
    for (const [at, id] of all.entries()) await vote(id, 50 + at);
    const read = await readNow((page) => upheaval(all, page === 0 ? 1 : 3));
    expect(read.length).toBeGreaterThan(new Set(read).size);
  });

  it('property: whatever changes between pages of whatever size, each idea once', async () => {
    const all = await ideas(8);
    const change = fc.record({ idea: fc.nat(7), raw: fc.nat(30), status: fc.constantFrom('OPEN', 'UNDER_REVIEW') });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ORDERS), fc.integer({ min: 1, max: 4 }), fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), async (order, size, turns) => {
        const beginning = await readAll(order, { size: 100 });
        const read = await readAll(order, { size, meanwhile: (page) => apply(all, turns[page] ?? []) });
        expect(read).toEqual(beginning);
      }),
      { numRuns: 40 },
    );
  });

  it('an older cursor goes on in the present', async () => {
    const all = await ideas(6);
    for (const [at, id] of all.entries()) await vote(id, at + 1);
    const first = await feed.page('TOP', { communityId: community }, VISITOR, { first: 2 });
    await vote(all[0]!, 6); // before the cursor now: the old view still has it last
    const fresh = await feed.page('TOP', { communityId: community }, VISITOR, { first: 4, after: first.pageInfo.endCursor });
    const stale = await feed.page('TOP', { communityId: community }, VISITOR, { first: 4, after: aged(first.pageInfo.endCursor!) });
    expect(fresh.nodes.map((idea) => idea.id)).toEqual([all[3], all[2], all[1], all[0]]);
    expect(stale.nodes.map((idea) => idea.id)).toEqual([all[3], all[2], all[1]]);
  });
});

async function upheaval(all: readonly string[], page: number): Promise<void> {
  for (const [at, id] of all.entries()) await vote(id, page % 2 === 0 ? 100 - at + page : at + page);
}

interface Change {
  readonly idea: number;
  readonly raw: number;
  readonly status: string;
}

async function apply(all: readonly string[], changes: readonly Change[]): Promise<void> {
  for (const { idea, raw, status } of changes) {
    await vote(all[idea]!, raw);
    await db.query(`UPDATE ideas SET status = $2, deadline = CASE $2 WHEN 'OPEN' THEN now() + interval '9 days' END WHERE id = $1`, [all[idea], status]);
  }
}

/** What a feed without memory does: keyset pages over the present ranks. */
async function readNow(meanwhile: (page: number) => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  let last = { top: 1_000_000, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  for (let page = 0; page < 4; page += 1) {
    const rows = await db.query<{ top: number; id: string }>(
      `SELECT top, idea_id AS id FROM idea_ranks WHERE community_id = $1 AND (top, idea_id) < ($2, $3) ORDER BY top DESC, idea_id DESC LIMIT 3`,
      [community, last.top, last.id],
    );
    seen.push(...rows.map((row) => row.id));
    last = rows.at(-1) ?? last;
    await meanwhile(page);
  }
  return seen;
}

/** The same cursor, two hours old. */
function aged(cursor: string): string {
  const [list, snapshot, taken, ...tuple] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string, number, ...string[]];
  return encodeCursor(list, [snapshot, taken - 7200, ...tuple]);
}

describe('filters', () => {
  it('without a status: what the reader may read, removed ideas never', async () => {
    const author = await aMember(db, community);
    const open = await posted();
    await posted({ status: 'DRAFT', author_id: author.id });
    await posted({ status: 'REMOVED', author_id: author.id });
    const pending = await posted({ status: 'PENDING', author_id: author.id });
    const merged = await posted({ status: 'MERGED', merged_into_id: open.id });
    const actor: Actor = { ...VISITOR, accountId: author.account_id };
    expect(await readAll('NEWEST')).toEqual([merged.id, open.id]);
    expect(await readAll('NEWEST', { actor })).toEqual([merged.id, pending.id, open.id]);
  });

  it('what is removed while somebody reads leaves their next page', async () => {
    const all = await ideas(4);
    const read = await readAll('NEWEST', {
      size: 2,
      meanwhile: () => db.query(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [all[0]]),
    });
    expect(read).toEqual([all[3], all[2], all[1]]);
  });

  it('counts what it shows', async () => {
    await ideas(5);
    await posted({ status: 'DECLINED' });
    const page = await feed.page('TOP', { communityId: community, status: ['OPEN'] }, VISITOR, { first: 2 });
    expect(await page.totalCount()).toBe(5);
  });
});

describe('cursors', () => {
  it('are refused when they are of another order, community or filter, or of nobody', async () => {
    await ideas(3);
    const { pageInfo } = await feed.page('TOP', { communityId: community }, VISITOR, { first: 1 });
    const after = pageInfo.endCursor!;
    const elsewhere = (await aCommunity(db)).id;
    const page = (order: RankOrder, filter: FeedFilter, cursor: string) => codeOf(feed.page(order, filter, VISITOR, { first: 1, after: cursor }));
    expect(await page('TOP', { communityId: community }, after)).toBe('nothing');
    expect(await page('NEWEST', { communityId: community }, after)).toBe('INVALID_CURSOR');
    expect(await page('TOP', { communityId: elsewhere }, after)).toBe('INVALID_CURSOR');
    expect(await page('TOP', { communityId: community, status: ['OPEN'] }, after)).toBe('INVALID_CURSOR');
    for (const forged of ['', 'x', after.slice(0, -4), Buffer.from('[]').toString('base64url'), 'a'.repeat(5000)]) {
      expect(await page('TOP', { communityId: community }, forged), forged).toBe(forged === '' ? 'nothing' : 'INVALID_CURSOR');
    }
  });

  it('pages are of 1 to 100', async () => {
    for (const first of [0, -1, 101, 1000]) {
      expect(await codeOf(feed.page('TOP', { communityId: community }, VISITOR, { first }))).toBe('INVALID_PAGE_SIZE');
    }
  });
});

describe('what its author erased', () => {
  it('leaves lists and counts where nobody answered it, and stays where the brand did', async () => {
    const erased = { author_id: null, erased_at: new Date() };
    for (const status of ['OPEN', 'UNDER_REVIEW', 'EXPIRED']) await posted({ ...erased, status });
    const [planned, other] = [await posted({ ...erased, status: 'PLANNED' }), await posted()];
    for (const order of ORDERS) expect([...(await readAll(order, { size: 1 }))].sort()).toEqual([planned.id, other.id].sort());
    expect(await readAll('NEWEST', { filter: { status: ['OPEN', 'EXPIRED'] } })).toEqual([other.id]);
    const page = await feed.page('NEWEST', { communityId: community }, VISITOR, { first: 1 });
    expect(await page.totalCount()).toBe(2);
    const counts = (await rooms.get(IdeaDetailsQueries).statusCounts([community])).get(community)!;
    expect(counts.map(({ status, count }) => [status, count]).sort()).toEqual([['OPEN', 1], ['PLANNED', 1]]);
  });
});
