import { Schedules } from '@fanfare/events';
import { type Actor, DAY, HOUR, MINUTE, newId, SECOND, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { VotesService } from '@fanfare/votes';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GenuinenessModule } from './genuineness.module.js';
import { RulingsService } from './rulings.service.js';
import { runId } from './run-id.js';
import { SuspicionsStore } from './suspicions.store.js';

const START = new Date('2026-03-01T00:00:00Z').getTime();
const IDEAS = 20;

let rooms: Rooms;
let community: { id: string; slug: string };
let ideas: { id: string; community_id: string }[];

beforeAll(async () => {
  rooms = await bootRooms([GenuinenessModule], { now: new Date(START) });
});
afterAll(() => rooms.close());

const CROWD = `
  WITH crowd AS (
    INSERT INTO members (id, community_id, handle, display_name, identity_level)
    SELECT gen_random_uuid(), $1, 'crowd-' || n, n::text, 'CONFIRMED' FROM generate_series(0, 199) AS n RETURNING id, display_name::int AS n)
  INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version)
  SELECT ($2::uuid[])[1 + (n * 7 + n % 11 + k * 4) % ${IDEAS}], id, $1, 'VERIFIED', $3::timestamptz + n * interval '1 hour' + k * interval '1 minute', 1
  FROM crowd, generate_series(0, 4) AS k`;

/** Two hundred people, one an hour, who each support five of twenty ideas in a fixed mixture. */
beforeEach(async () => {
  await rooms.database.query('DELETE FROM schedules');
  const opened = { created_at: new Date(START - DAY) };
  community = await aCommunity(rooms.database, opened);
  ideas = await Promise.all(Array.from({ length: IDEAS }, () => anIdea(rooms.database, community.id, { ...opened, deadline: new Date(START + 90 * DAY) })));
  await rooms.database.query(CROWD, [community.id, ideas.map((idea) => idea.id), new Date(START)]);
  rooms.clock.set(new Date(START + 200 * HOUR));
});

type Fan = { id: string; account_id: string | null };
const actorOf = ({ account_id }: Fan): Actor => ({ ...VISITOR, accountId: account_id });
const cast = (fan: Fan, idea: number) => rooms.get(VotesService).cast(actorOf(fan), ideas[idea]!.id);

const RING = `
  WITH ring AS (
    INSERT INTO members (id, community_id, handle, display_name, identity_level)
    SELECT gen_random_uuid(), $1, 'ring-' || $6::text || '-' || n, n::text, 'CONFIRMED' FROM generate_series(1, $4::int) AS n RETURNING id, display_name::int AS n),
  cast_votes AS (
    INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version)
    SELECT DISTINCT ($2::uuid[])[1 + which], id, $1::uuid, 'VERIFIED', $3::timestamptz + n * interval '1 minute', 1
    FROM ring, unnest(ARRAY[$5::int, ($5::int + 1 + 3 * n) % ${IDEAS}, ($5::int + 2 + 5 * n) % ${IDEAS}]) AS which)
  SELECT id FROM ring`;

/** So many new members, a minute apart, for one idea and two others each; the last one votes through the front door. */
async function ring(size: number, idea: number, name = 'a'): Promise<{ id: string }[]> {
  const all = [community.id, ideas.map(({ id }) => id), rooms.clock.now(), size - 1, idea, name];
  const fans = await rooms.database.query<{ id: string }>(RING, all);
  rooms.clock.advance(size * MINUTE);
  const last = await aMember(rooms.database, community.id);
  await cast(last, idea);
  return [...fans, last];
}

/** What a worker does in a moment. */
async function work() {
  await rooms.dispatcher.drain();
  await rooms.get(Schedules).runDue();
  await rooms.dispatcher.drain();
}

async function standingsOf(fans: readonly { id: string }[]): Promise<string[]> {
  const sql = 'SELECT DISTINCT standing FROM votes WHERE member_id = ANY ($1::uuid[]) ORDER BY standing';
  return (await rooms.database.query<{ standing: string }>(sql, [fans.map((fan) => fan.id)])).map(({ standing }) => standing);
}

async function heldHonest(fans: readonly { id: string }[]): Promise<number> {
  const sql = `SELECT count(*)::int AS count FROM votes WHERE community_id = $1 AND standing = 'QUARANTINED' AND member_id <> ALL ($2::uuid[])`;
  return (await rooms.database.query<{ count: number }>(sql, [community.id, fans.map((fan) => fan.id)]))[0]!.count;
}

describe('votes of a ring', () => {
  it('are held within a minute of its last vote, with a reason, and nobody else’s; once judged again nothing moves', async () => {
    const fans = await ring(24, 3);
    await work();
    expect(await standingsOf(fans)).toEqual(['QUARANTINED']);
    expect(await heldHonest(fans)).toBe(0);
    const [why] = await rooms.database.query<object>(
      `SELECT DISTINCT run_idea_id = $2 AS right, together, expected < 14 AS few, model FROM vote_suspicions WHERE community_id = $1`,
      [community.id, ideas[3]!.id],
    );
    expect(why).toEqual({ right: true, together: 24, few: true, model: 3 });
    const events = () => rooms.database.query(`SELECT id FROM events WHERE type = 'votes.restood' AND community_id = $1`, [community.id]);
    const before = (await events()).length;
    rooms.clock.advance(DAY + MINUTE);
    await work();
    expect((await events()).length).toBe(before);
  });

  it('and of a single newcomer who votes in their midst for something else: only the ring’s', async () => {
    const fans = await ring(12, 3);
    const newcomer = await aMember(rooms.database, community.id);
    await cast(newcomer, 12);
    fans.push(...(await ring(12, 3, 'b')));
    await work();
    expect(await standingsOf(fans)).toEqual(['QUARANTINED']);
    expect(await standingsOf([newcomer])).toEqual(['VERIFIED']);
  });

  it('are released when its members prove an account of their own each', async () => {
    const fans = await judged(await ring(24, 9));
    expect(await standingsOf(fans)).toEqual(['QUARANTINED']);
    await rooms.database.query(`UPDATE members SET identity_level = 'LINKED' WHERE id = ANY ($1::uuid[])`, [fans.map((fan) => fan.id)]);
    rooms.clock.advance(DAY + MINUTE);
    expect(await standingsOf(await judged(fans))).toEqual(['VERIFIED']);
  });

  it('move at most once a minute on an idea, and then the rest does', async () => {
    const first = await judged(await ring(24, 3));
    await rooms.database.query('UPDATE genuineness_ideas SET moved_at = $1', [rooms.clock.now()]);
    const late = await aMember(rooms.database, community.id);
    await cast(late, 3);
    rooms.clock.advance(40 * SECOND);
    expect(await standingsOf(await judged([late]))).toEqual(['VERIFIED']);
    rooms.clock.advance(40 * SECOND);
    expect(await standingsOf(await judged([late, ...first]))).toEqual(['QUARANTINED']);
  });
});

async function judged<Who extends { id: string }>(fans: Who[]): Promise<Who[]> {
  await work();
  return fans;
}

describe('a moderator’s ruling', () => {
  let moderator: Fan;
  beforeEach(async () => {
    moderator = await aMember(rooms.database, community.id);
    await aRole(rooms.database, community.id, moderator.account_id!, 'MODERATOR');
  });

  async function theRun(idea: number): Promise<string> {
    const sql = 'SELECT DISTINCT run_idea_id AS "ideaId", began_at AS "beganAt" FROM vote_suspicions WHERE run_idea_id = $1';
    const runs = await rooms.database.query<{ ideaId: string; beganAt: Date }>(sql, [ideas[idea]!.id]);
    expect(runs, 'one run, by one name').toHaveLength(1);
    return runId(runs[0]!);
  }
  const rule = (run: string, counts: boolean) => {
    const grants = [{ communityId: community.id, role: 'MODERATOR' as const }];
    return rooms.get(RulingsService).rule({ ...actorOf(moderator), grants }, { run, counts, reason: 'The club of Lyon, who voted at their meeting.' });
  };
  const standingsOn = async (idea: number, fans: readonly { id: string }[]) =>
    (await rooms.database.query<{ standing: string }>('SELECT DISTINCT standing FROM votes WHERE idea_id = $1 AND member_id = ANY ($2::uuid[])', [ideas[idea]!.id, fans.map(({ id }) => id)])).map(({ standing }) => standing);
  async function nights(count: number) {
    for (let night = 0; night < count; night += 1) {
      rooms.clock.advance(DAY + MINUTE);
      await work();
    }
  }

  it('lets votes count at once on the idea they came for, elsewhere with the next estimate, and holds against every later one', async () => {
    const fans = await judged(await ring(24, 3));
    expect(await standingsOf(fans)).toEqual(['QUARANTINED']);
    const run = await theRun(3);
    rooms.clock.advance(2 * MINUTE);
    await rule(run, true);
    expect(await standingsOn(3, fans)).toEqual(['VERIFIED']);
    await judged(fans);
    expect(await standingsOf(fans)).toEqual(['VERIFIED']);
    await nights(2);
    expect(await standingsOf(fans)).toEqual(['VERIFIED']);

    await rule(run, false);
    expect(await standingsOn(3, fans)).toEqual(['QUARANTINED']);
    await rooms.database.query(`UPDATE members SET identity_level = 'LINKED' WHERE id = ANY ($1::uuid[])`, [fans.map(({ id }) => id)]);
    await nights(2);
    expect(await standingsOn(3, fans), 'though no estimate suspects them any more').toEqual(['QUARANTINED']);
  });

  it('waits for its minute when votes of the idea were moved just now, and is followed then', async () => {
    const fans = await judged(await ring(24, 3));
    await rule(await theRun(3), true);
    expect(await standingsOn(3, fans)).toEqual(['QUARANTINED']);
    rooms.clock.advance(MINUTE + SECOND);
    await judged(fans);
    expect(await standingsOf(fans)).toEqual(['VERIFIED']);
  });

  /** The moderator decides while this community's judgement is under way, that has read what was decided before. */
  function ruleMeanwhile(run: string, counts: boolean): void {
    const store = rooms.get(SuspicionsStore);
    const read = store.movedSince.bind(store);
    const spy = vi.spyOn(store, 'movedSince').mockImplementation(async (...asked) => {
      const resting = await read(...asked);
      if (!asked[0].includes(ideas[3]!.id)) return resting; // another community's
      spy.mockRestore();
      await rule(run, counts);
      return resting;
    });
  }

  it('that votes wait holds against a judgement under way that would release them', async () => {
    const fans = await judged(await ring(24, 3));
    await rooms.database.query(`UPDATE members SET identity_level = 'LINKED' WHERE id = ANY ($1::uuid[])`, [fans.map(({ id }) => id)]);
    rooms.clock.advance(DAY + MINUTE);
    ruleMeanwhile(await theRun(3), false);
    expect(await standingsOn(3, await judged(fans))).toEqual(['QUARANTINED']);
  });

  it('that votes count holds against a judgement under way that would explain anew why they wait', async () => {
    const fans = await judged(await ring(24, 3));
    const late = await aMember(rooms.database, community.id);
    await cast(late, 3);
    rooms.clock.advance(2 * MINUTE);
    ruleMeanwhile(await theRun(3), true);
    await judged([late]);
    expect(await standingsOn(3, [late]), 'who makes their run larger').toEqual(['QUARANTINED']);
    expect(await standingsOn(3, fans)).toEqual(['VERIFIED']);
    const suspected = 'SELECT FROM vote_suspicions WHERE idea_id = $1 AND member_id = ANY ($2::uuid[])';
    expect(await rooms.database.query(suspected, [ideas[3]!.id, fans.map(({ id }) => id)])).toEqual([]);
  });

  it('closes the review items of the run everywhere, but none that somebody reported', async () => {
    const stateOf = async (idea: number) =>
      (await rooms.database.query<{ state: string }>('SELECT state FROM review_items WHERE subject_id = $1 ORDER BY incident', [ideas[idea]!.id])).map(({ state }) => state);
    const fans = [...(await judged(await ring(24, 3))), ...(await judged(await ring(24, 9, 'b')))];
    expect([await stateOf(3), await stateOf(9)]).toEqual([['OPEN'], ['OPEN']]);
    const [item] = await rooms.database.query<{ id: string }>('SELECT id FROM review_items WHERE subject_id = $1', [ideas[9]!.id]);
    const reported = `INSERT INTO reports (id, reference, community_id, item_id, reporter_id, category, explanation, weight, filed_at) VALUES ($1::uuid, 'R-' || $1::text, $2, $3, $4, 'SPAM', '', 0, now())`;
    await rooms.database.query(reported, [newId(), community.id, item!.id, fans[0]!.id]);
    rooms.clock.advance(2 * MINUTE);
    for (const idea of [3, 9]) await rule(await theRun(idea), false);
    await rooms.dispatcher.drain();
    expect([await stateOf(3), await stateOf(9)]).toEqual([['DECIDED'], ['OPEN']]);
    await nights(1);
    expect(await stateOf(3), 'of votes that wait by a ruling nobody is asked again').toEqual(['DECIDED']);
    const elsewhere = await rooms.database.query<{ id: string }>(`SELECT id FROM review_items WHERE community_id = $1 AND state <> 'DECIDED'`, [community.id]);
    expect(elsewhere).toEqual([{ id: item!.id }]);
  });

  it('clears those it is about, and nobody who comes after them', async () => {
    const fans = await judged(await ring(24, 3));
    rooms.clock.advance(2 * MINUTE);
    await rule(await theRun(3), true);
    const others = await judged(await ring(24, 9, 'b'));
    await judged(fans);
    expect([await standingsOf(fans), await standingsOf(others)]).toEqual([['VERIFIED'], ['QUARANTINED']]);
  });
});

describe('estimates', () => {
  it('are kept of everybody who voted, with what they are made of; staff are where trust begins', async () => {
    const staff = await aMember(rooms.database, community.id, { identity_level: 'LINKED' });
    await aRole(rooms.database, community.id, staff.account_id!, 'OWNER');
    const fans = await ring(24, 3);
    await rooms.database.query('UPDATE ideas SET author_id = $1 WHERE id = $2', [(await aMember(rooms.database, community.id)).id, ideas[0]!.id]);
    await cast(staff, 0);
    await work();
    const rows = await rooms.database.query<{ ring: boolean; score: number; kinds: string[] }>(
      `SELECT member_id = ANY ($2::uuid[]) AS ring, avg(score)::float8 AS score FROM genuineness_members WHERE community_id = $1 GROUP BY 1 ORDER BY 1`,
      [community.id, fans.map((fan) => fan.id)],
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]!.score).toBeLessThan(rows[0]!.score - 0.15);
  });
});
