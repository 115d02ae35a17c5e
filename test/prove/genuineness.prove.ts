import { existsSync } from 'node:fs';
import path from 'node:path';
import { Schedules } from '@fanfare/events';
import { FeedQueries } from '@fanfare/ideas';
import { type Actor, DAY, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { VotesService } from '@fanfare/votes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../libs/reputation/src/eval/random.js';
import { type Conversation, readConversation } from '../../libs/reputation/src/eval/read-votes.js';
import { AT_ONCE, type Attack, attackOn, effectOf, type How, type Row } from '../../libs/reputation/src/eval/votes.js';
import { suspectedVotes } from '../../libs/reputation/src/genuineness/coordination.js';
import { GenuinenessModule } from '../../libs/reputation/src/index.js';

const RING = 20;
const FOLDER = path.join(process.env['FANFARE_DATA'] ?? '', 'polis', process.env['CONVERSATION'] ?? '15-per-hour-seattle');

let rooms: Rooms;
beforeAll(async () => {
  rooms = await bootRooms([GenuinenessModule]);
});
afterAll(() => rooms.close());

/** A real conversation where there is the data, else one of three hundred people made up with a fixed seed. */
function conversation(): Conversation {
  const real = existsSync(FOLDER) ? readConversation(FOLDER) : null;
  return real ?? madeUp(new Random(7));
}

function madeUp(random: Random): Conversation {
  const stances = Array.from({ length: 300 }, (_, voter) => {
    const items = random.shuffled(Array(40).keys()).filter((item) => random.next() < 0.05 + 0.25 / (1 + item / 8));
    return items.map((item, k) => ({ voter, item, value: 1, time: 1_700_000_000 + voter * 3_600 + k * 20 }));
  }).flat();
  return { name: 'made up', stances, voters: 300, items: 40, refused: 0 };
}

/** The attack in a community of its own, every vote through the votes service at its time; then the worker's moment. */
async function lived({ rows }: Attack, accounts: number, items: number) {
  const [begin, end] = [Math.min(...rows.map((row) => row[2])), Math.max(...rows.map((row) => row[2]))];
  rooms.clock.set(new Date(begin * 1000 - DAY));
  const community = await aCommunity(rooms.database, { created_at: rooms.clock.now() });
  const opened = { created_at: rooms.clock.now(), deadline: new Date(end * 1000 + 30 * DAY) };
  const [ideas, members] = [[] as { id: string }[], [] as { id: string; account_id: string | null }[]];
  for (let item = 0; item < items; item += 1) ideas.push(await anIdea(rooms.database, community.id, opened));
  for (let account = 0; account < accounts; account += 1) members.push(await aMember(rooms.database, community.id));
  for (const [account, item, time] of rows.toSorted((a, b) => a[2] - b[2])) {
    rooms.clock.set(new Date(Math.round(time * 1000)));
    const actor: Actor = { ...VISITOR, accountId: members[account]!.account_id };
    await rooms.get(VotesService).cast(actor, ideas[item]!.id);
  }
  await rooms.database.query('DELETE FROM schedules');
  await rooms.dispatcher.drain();
  await rooms.get(Schedules).runDue();
  await rooms.dispatcher.drain();
  return { community, ideas, members };
}

/** Of each row, whether its vote is quarantined in the table. */
async function heldRows(rows: readonly Row[], world: Awaited<ReturnType<typeof lived>>): Promise<Uint8Array> {
  const sql = `SELECT idea_id || ' ' || member_id AS vote FROM votes WHERE community_id = $1 AND standing = 'QUARANTINED'`;
  const held = new Set((await rooms.database.query<{ vote: string }>(sql, [world.community.id])).map(({ vote }) => vote));
  return Uint8Array.from(rows, ([account, item]) => (held.has(`${world.ideas[item]!.id} ${world.members[account]!.id}`) ? 1 : 0));
}

/** The ideas in the order TOP. */
async function top(communityId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null | undefined = null; ; ) {
    const page: Awaited<ReturnType<FeedQueries['page']>> = await rooms.get(FeedQueries).page('TOP', { communityId }, VISITOR, { first: 50, after });
    ids.push(...page.nodes.map((idea) => idea.id));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
  }
}

const SLOW: How = { gaps: [Array.from({ length: RING }, () => DAY / 1000)], identified: 0 }; // one a day
const ATTACKS = [
  { name: 'a lazy ring of twenty', kind: 'lazy', size: RING, how: AT_ONCE },
  { name: 'a camouflaged ring of twenty', kind: 'camouflaged', size: RING, how: AT_ONCE },
  { name: 'a lazy ring of twenty that takes three weeks', kind: 'lazy', size: RING, how: SLOW },
  { name: 'nobody but the honest', kind: 'lazy', size: 0, how: AT_ONCE },
] as const;

describe.each(ATTACKS)('$name, through the votes service', ({ name, kind, size, how }) => {
  it('is judged as the simulation judges it, and climbs as little in TOP', async () => {
    const talk = conversation();
    const attack = attackOn(talk, kind, size, how, new Random(100 * RING));
    const world = await lived(attack, talk.voters + size, talk.items);
    const held = await heldRows(attack.rows, world);
    expect([...held]).toEqual([...suspectedVotes(attack.votes)]);

    const counts = new Map<number, number>();
    attack.rows.forEach(([, item], row) => counts.set(item, (counts.get(item) ?? 0) + (held[row] ? 0 : 1)));
    const order = (await top(world.community.id)).map((id) => world.ideas.findIndex((idea) => idea.id === id));
    const support = order.map((item) => counts.get(item) ?? 0);
    expect(support).toEqual(support.toSorted((a, b) => b - a));

    const effect = effectOf(attack, talk.items, held);
    console.log(name, effect);
    expect(effect.honestBelowHalf).toBeLessThan(0.1);
    if (size === 0) return expect(held.filter((one) => one === 1).length).toBeLessThan(0.01 * held.length); // the control
    expect(held.some((one) => one === 1), 'nothing was held: the proof shows nothing').toBe(true);
    expect(effect.climb).toBeLessThanOrEqual(kind === 'lazy' ? 0.05 : effect.rawClimb / 2);
  });
});
