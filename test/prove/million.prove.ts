/**
 * A million members and ten million votes in a real PostgreSQL that writes to the disk, judged by the built worker: at night
 * everything, and then what came with some votes. `FANFARE_MILLION=0.1` makes a tenth of it.
 */
import '../../apps/api/src/rooms.module.js';
import { type Actor, VISITOR } from '@fanfare/kernel';
import { aMember, bootRooms, type Rooms } from '@fanfare/testing';
import { PlacementService, RecountService, VotesModule, VotesService } from '@fanfare/votes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idOf, MadeUp, RING, RINGS } from '../../libs/reputation/src/eval/made-up.js';
import { GenuinenessModule } from '../../libs/reputation/src/index.js';
import { DurableDatabase } from './durable-database.js';
import { fill } from './million/fill.js';
import { WatchedWorker } from './million/watched-worker.js';

const SCALE = Number(process.env['FANFARE_MILLION'] ?? 1);
const HEAP_MB = 1_024;
const PEAK_MB = 2_048;
/** Deadlines, on a busy machine; what it takes is reported. */
const NIGHT_MS = 3_300_000;
const SOON_MS = 1_500_000;

let durable: DurableDatabase;
let rooms: Rooms;
let worker: WatchedWorker | undefined;
let community: string;
const source = new MadeUp(1_000_000 * SCALE, 10_000_000 * SCALE);

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

beforeAll(async () => {
  durable = await DurableDatabase.start();
  rooms = await bootRooms([VotesModule, GenuinenessModule], { url: durable.url, now: source.now });
  const begin = performance.now();
  community = await fill(rooms.database, rooms.transactor, source, (tx, ideaIds) => rooms.get(PlacementService).place(tx, ideaIds));
  const [size] = await rooms.database.query<{ size: string }>('SELECT pg_size_pretty(pg_database_size(current_database())) AS size');
  console.log(`${source.accounts} members, ${source.time.length} votes, ${size!.size}: filled in ${seconds(begin)}`);
}, NIGHT_MS);

afterAll(async () => {
  await worker?.stop();
  await rooms?.close();
  await durable?.stop();
});

/** Waits for a judgement that ended after that moment. */
async function judgedAfter(moment: Date, within: number): Promise<void> {
  await expect.poll(async () => {
    worker!.requireAlive();
    const sql = 'SELECT FROM genuineness_communities WHERE community_id = $1 AND judged_at > $2';
    return (await rooms.database.query(sql, [community, moment])).length;
  }, { timeout: within, interval: 500 }).toBe(1);
}

async function heldVotes(of: (memberId: string) => boolean): Promise<{ held: number; all: number }> {
  const rows = await rooms.database.query<{ id: string; held: number; many: number }>(
    `SELECT v.member_id AS id, count(*) FILTER (WHERE standing = 'QUARANTINED')::int AS held, count(*)::int AS many
     FROM (SELECT unnest($1::uuid[]) AS id UNION SELECT member_id FROM vote_suspicions) m JOIN votes v ON v.member_id = m.id GROUP BY 1`,
    [Array.from({ length: RINGS * RING }, (_, n) => idOf(source.accounts - 1 - n))],
  );
  const sum = (column: 'held' | 'many') => rows.filter(({ id }) => of(id)).reduce((total, row) => total + row[column], 0);
  return { held: sum('held'), all: sum('many') };
}

async function report(name: string, begin: number): Promise<void> {
  const { processor, longestPause, peak } = await worker!.use();
  console.log(`${name}: ${seconds(begin)}, processor ${processor.toFixed(1)} s, longest pause ${Math.round(longestPause)} ms, peak ${Math.round(peak)} MB`);
  expect(peak).toBeLessThan(PEAK_MB);
}

it('is judged in full by the worker, in bounded memory: rings are held and honest people count', async () => {
  await rooms.database.query('INSERT INTO genuineness_communities (community_id) VALUES ($1)', [community]);
  const [begin, at] = [performance.now(), new Date()];
  worker = await WatchedWorker.start(durable.url, HEAP_MB);
  await judgedAfter(at, NIGHT_MS);
  await report('The night’s judgement', begin);
  expect(worker.said).not.toMatch(/failed|waits/);

  const rings = await heldVotes((id) => source.isOfRing(id));
  const others = await heldVotes((id) => !source.isOfRing(id));
  console.log(`Of the rings’ votes ${rings.held} of ${rings.all} are held, of others’ ${others.held} of ${source.time.length - rings.all}`);
  expect(rings.held).toBeGreaterThanOrEqual(0.95 * rings.all);
  expect(others.held).toBeLessThan(0.005 * source.time.length);
  const [scores] = await rooms.database.query<{ many: number }>('SELECT count(*)::int AS many FROM genuineness_members');
  expect(scores!.many).toBe(new Set(source.account).size);
}, NIGHT_MS + SOON_MS);

/** Newcomers vote, one every fifteen seconds, each for another idea; every fourth belongs to a ring. */
async function castAtLast(): Promise<string[]> {
  const ring: string[] = [];
  for (let n = 0; n < RING * 4; n += 1) {
    rooms.clock.advance(15_000);
    const { id, account_id } = await aMember(rooms.database, community, { joined_at: rooms.clock.now() });
    if (n % 4 === 0) ring.push(id);
    const actor: Actor = { ...VISITOR, accountId: account_id };
    await rooms.get(VotesService).cast(actor, idOf(n % 4 === 0 ? 0 : 1 + n));
  }
  return ring;
}

it('is judged again soon after votes: a new ring of fifty is held, and none who came with it', async () => {
  await worker!.use();
  const ring = new Set(await castAtLast());
  const begin = performance.now();
  const sql = `SELECT member_id AS id FROM votes WHERE standing = 'QUARANTINED' AND cast_at > $1`;
  const held = async () => (await rooms.database.query<{ id: string }>(sql, [source.now])).map(({ id }) => id);
  await expect.poll(async () => (await held()).length, { timeout: SOON_MS, interval: 250 }).toBeGreaterThanOrEqual(RING);
  await report('The judgement soon after votes', begin);
  expect(new Set(await held())).toEqual(ring);
});

it('leaves every count what the votes say', async () => {
  await worker!.stop();
  const begin = performance.now();
  const { votes, drift } = await rooms.get(RecountService).compare();
  console.log(`${votes} votes counted anew in ${seconds(begin)}`);
  expect(drift).toEqual({ raw: 0, verified: 0, quarantined: 0, heat: 0, union: 0, standing: 0, rank: 0 });
});
