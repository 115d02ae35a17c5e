import { Schedules } from '@fanfare/events';
import { type Actor, DAY, HOUR, type Problem, VISITOR } from '@fanfare/kernel';
import { aCircle, aCommunity, aMember, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CircleMembershipService, CirclesModule, ElectionClosing, ElectionsService } from './index.js';

const START = new Date('2026-03-01T00:00:00Z');

let rooms: Rooms;
let community: { id: string; slug: string };
let circle: { id: string };
let fans: Awaited<ReturnType<typeof aMember>>[];

beforeAll(async () => {
  rooms = await bootRooms([CirclesModule], { now: START });
});
afterAll(() => rooms?.close());

/** Ten fans; the first eight are in a circle, the lower the longer. */
beforeEach(async () => {
  rooms.clock.set(START);
  await rooms.database.query('DELETE FROM schedules');
  community = await aCommunity(rooms.database);
  fans = await Promise.all(Array.from({ length: 10 }, () => aMember(rooms.database, community.id)));
  const inside = fans.slice(0, 8).map(({ id }) => id) as [string, ...string[]];
  circle = await aCircle(rooms.database, community.id, inside, { created_at: new Date(START.getTime() - 30 * DAY) });
});

const as = (fan: number): Actor => ({ ...VISITOR, accountId: fans[fan]!.account_id });
const idOf = (fan: number) => fans[fan]!.id;
const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', (problem: Problem) => problem.code ?? problem);
const elections = () => rooms.get(ElectionsService);
const start = (fan = 0) => elections().start(as(fan), circle.id);
const later = (milliseconds: number) => rooms.clock.advance(milliseconds);

interface State {
  readonly id: string;
  readonly outcome: string | null;
  readonly turnout: number | null;
  readonly winner: string | null;
  readonly closedAt: Date | null;
}

async function all(): Promise<State[]> {
  return rooms.database.query<State>(
    `SELECT id, outcome, turnout, winner_id AS winner, closed_at AS "closedAt" FROM circle_elections WHERE circle_id = $1 ORDER BY started_at`, [circle.id]);
}
const latest = async () => (await all()).at(-1)!;
const vote = async (fan: number, candidate: number | null) => elections().vote(as(fan), (await latest()).id, candidate === null ? null : idOf(candidate));
const stand = async (fan: number) => elections().stand(as(fan), (await latest()).id, `I am ${fan}.`);
const close = () => rooms.transactor.run((tx) => rooms.get(ElectionClosing).closeAllDue(tx));
const spokesperson = async () => {
  const [row] = await rooms.database.query<{ id: string | null }>('SELECT spokesperson_id AS id FROM circles WHERE id = $1', [circle.id]);
  return row!.id === null ? null : fans.findIndex(({ id }) => id === row!.id);
};
const countOf = async (table: string) => {
  const [row] = await rooms.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE circle_id = $1`, [circle.id]);
  return row!.count;
};
const eventsOf = async (type: string) => {
  const rows = await rooms.database.query<{ payload: object }>('SELECT payload FROM events WHERE subject_id = $1 AND type = $2', [circle.id, type]);
  return rows.map(({ payload }) => payload);
};

/** Somebody speaks for the circle. */
async function elect(winner: number): Promise<void> {
  await start();
  await stand(winner);
  await vote(winner, winner);
  later(7 * DAY);
  await close();
}

describe('an election', () => {
  it('runs for seven days, then the schedule counts: on time, however late it wakes, and once', async () => {
    await start();
    for (const fan of [1, 2]) await stand(fan);
    for (const [fan, candidate] of [[0, 2], [1, 1], [3, 2]] as const) await vote(fan, candidate);
    expect(await latest()).toMatchObject({ outcome: null, turnout: null, winner: null });
    later(7 * DAY - 1);
    await rooms.get(Schedules).runDue();
    expect(await latest()).toMatchObject({ closedAt: null });
    later(20 * DAY); // nobody was up
    await rooms.database.query('UPDATE schedules SET next_run_at = $1', [rooms.clock.now()]);
    await rooms.get(Schedules).runDue();
    expect(await latest()).toMatchObject({ outcome: 'ELECTED', turnout: 3, winner: idOf(2), closedAt: new Date(START.getTime() + 7 * DAY) });
    expect(await spokesperson()).toBe(2);
    expect(await eventsOf('circle.electionClosed')).toEqual([{ electionId: (await latest()).id, outcome: 'ELECTED', winner: idOf(2), turnout: 3 }]);
    expect(await rooms.database.query('SELECT member_id AS id, votes FROM circle_candidates WHERE circle_id = $1 ORDER BY votes', [circle.id])).toEqual([
      { id: idOf(1), votes: 1 }, { id: idOf(2), votes: 2 },
    ]);
    expect(await countOf('circle_ballots')).toBe(0); // nobody will ever know
  });

  it('is closed once by two workers who come at the same moment', async () => {
    await start();
    await stand(1);
    await vote(0, 1);
    later(7 * DAY);
    let [arrive, release] = [() => {}, () => {}];
    const there = new Promise<void>((resolve) => (arrive = resolve));
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = rooms.transactor.run(async (tx) => {
      await rooms.get(ElectionClosing).closeAllDue(tx);
      arrive();
      await held;
    });
    await there; // else the other might be there first, and gone before anybody waits
    const second = somebodyWaits(rooms.database).then(() => release());
    await Promise.all([first, close(), second]);
    expect(await eventsOf('circle.electionClosed')).toHaveLength(1);
    expect(await latest()).toMatchObject({ turnout: 1, winner: idOf(1) });
  });

  it('counts every vote that was acknowledged, when the close comes amid them', async () => {
    await start();
    for (const fan of [1, 2]) await stand(fan);
    const { id } = await latest();
    const votes = Promise.all(fans.slice(0, 8).map((_, fan) => codeOf(vote(fan, fan % 2 ? 1 : 2))));
    await vote(0, 1); // some are in by now
    later(7 * DAY);
    await close();
    const codes = await votes;
    expect(new Set(codes)).toEqual(new Set([...new Set(codes)].filter((code) => code === 'fine' || code === 'ELECTION_OVER')));
    const counted = new Set([0, ...codes.flatMap((code, fan) => (code === 'fine' ? [fan] : []))]);
    const [row] = await rooms.database.query<{ sum: number; turnout: number }>(
      `SELECT sum(c.votes)::int AS sum, max(e.turnout) AS turnout FROM circle_candidates c JOIN circle_elections e ON e.id = c.election_id WHERE e.id = $1`, [id]);
    expect(row).toEqual({ sum: counted.size, turnout: counted.size });
    expect(await codeOf(vote(7, 1))).toBe('ELECTION_OVER');
  });

  it('is one at a time, whoever begins it at the same moment', async () => {
    const codes = await Promise.all([0, 1, 2, 3].map((fan) => codeOf(start(fan))));
    expect(codes.sort()).toEqual(['ELECTION_RUNNING', 'ELECTION_RUNNING', 'ELECTION_RUNNING', 'fine']);
    await expect(rooms.database.query(
      `INSERT INTO circle_elections (id, circle_id, community_id, started_at, standing_until, closes_at, electorate)
       VALUES (gen_random_uuid(), $1, $2, now(), now() + interval '1 day', now() + interval '1 day', 8)`, [circle.id, community.id]),
    ).rejects.toThrow('circle_elections_one_running');
  });

  it('holds one vote of each, which can be changed and taken back until the close', async () => {
    await start();
    for (const fan of [1, 2]) await stand(fan);
    await Promise.all([1, 2, 1, 2, 1].map((candidate) => vote(0, candidate)));
    expect(await countOf('circle_ballots')).toBe(1);
    await vote(0, null);
    expect(await countOf('circle_ballots')).toBe(0);
    await vote(0, 2);
    expect(await codeOf(vote(0, 5))).toBe('NOT_A_CANDIDATE');
    later(7 * DAY);
    await close();
    expect(await latest()).toMatchObject({ turnout: 1, winner: idOf(2) });
  });

  it('of equals takes the one longest in the circle', async () => {
    await start();
    for (const fan of [5, 3, 4]) await stand(fan);
    for (const [fan, candidate] of [[0, 5], [1, 4], [2, 3], [6, 4], [7, 3]] as const) await vote(fan, candidate);
    later(7 * DAY);
    await close();
    expect(await latest()).toMatchObject({ turnout: 5, winner: idOf(3) });
  });

  it('without a candidate or a vote changes nothing, and the next one waits a week', async () => {
    await elect(2);
    later(366 * DAY);
    await start(5);
    later(7 * DAY);
    await close();
    expect(await latest()).toMatchObject({ outcome: 'NO_CANDIDATE', turnout: 0, winner: null });
    expect(await spokesperson()).toBe(2);
    expect(await codeOf(start(5))).toBe('ELECTION_TOO_SOON');
    later(7 * DAY);
    await start(5);
    await stand(5);
    later(7 * DAY);
    await close();
    expect(await latest()).toMatchObject({ outcome: 'NO_VOTE', winner: null });
  });

  it('is for those who were in the circle before it', async () => {
    await start();
    await stand(1);
    await rooms.get(CircleMembershipService).join(as(8), circle.id);
    expect(await codeOf(vote(8, 1))).toBe('NOT_ELIGIBLE');
    expect(await codeOf(stand(8))).toBe('NOT_ELIGIBLE');
    expect(await codeOf(vote(9, 1))).toBe('NOT_IN_CIRCLE');
    later(4 * DAY);
    expect(await codeOf(stand(3))).toBe('STANDING_OVER');
    expect(await codeOf(vote(3, 1))).toBe('fine');
  });

  it('during a term begins when a third ask', async () => {
    await elect(2);
    later(30 * DAY);
    for (const fan of [3, 3, 4]) await start(fan);
    expect(await all()).toHaveLength(1);
    await start(5); // three of eight
    expect(await all()).toHaveLength(2);
    expect(await countOf('circle_election_calls')).toBe(0);
    later(7 * DAY);
    await close();
    later(40 * DAY);
    await start(3);
    later(31 * DAY); // forgotten by now
    for (const fan of [4, 5]) await start(fan);
    expect(await all()).toHaveLength(2);
  });
});

describe('who leaves', () => {
  const leave = (fan: number) => rooms.get(CircleMembershipService).leave(as(fan), circle.id);

  it('speaks for the circle no more, and an election may begin at once', async () => {
    await elect(2);
    later(8 * DAY);
    await leave(2);
    expect(await spokesperson()).toBe(null);
    await start(6);
    expect(await all()).toHaveLength(2);
  });

  it('takes their vote and candidacy along, and sets those for them free', async () => {
    await start();
    for (const fan of [1, 2]) await stand(fan);
    for (const [fan, candidate] of [[0, 1], [3, 1], [4, 2], [5, 2]] as const) await vote(fan, candidate);
    await leave(1);
    await leave(4);
    expect(await countOf('circle_ballots')).toBe(1);
    await vote(0, 2);
    later(7 * DAY);
    await close();
    expect(await latest()).toMatchObject({ turnout: 2, winner: idOf(2) });
  });

  it('after the time was up was still there for the count', async () => {
    await start();
    await stand(1);
    await vote(1, 1);
    later(7 * DAY + HOUR);
    await leave(1); // no worker has counted yet
    expect(await latest()).toMatchObject({ outcome: 'ELECTED', turnout: 1, winner: idOf(1) });
    expect(await spokesperson()).toBe(null);
  });
});

describe('the database itself', () => {
  const refuses = (sql: string, parameters: unknown[], constraint: RegExp) => expect(rooms.database.query(sql, parameters)).rejects.toThrow(constraint);

  it('keeps a circle, who is in it, and who speaks for it together, and counts', async () => {
    const other = await aCommunity(rooms.database);
    const stranger = await aMember(rooms.database, other.id);
    await refuses('INSERT INTO circle_members VALUES ($1, $2, $3, now())', [circle.id, stranger.id, community.id], /foreign key/);
    await refuses('INSERT INTO circle_members VALUES ($1, $2, $3, now())', [circle.id, stranger.id, other.id], /foreign key/);
    await refuses('INSERT INTO circle_members VALUES ($1, $2, $3, now())', [circle.id, idOf(0), community.id], /circle_members_pkey/);
    await refuses('UPDATE circles SET spokesperson_id = $2, spokesperson_since = now(), term_ends_at = now() WHERE id = $1', [circle.id, idOf(9)], /circles_spokesperson_is_member/);
    await rooms.database.query('DELETE FROM circle_members WHERE circle_id = $1 AND member_id = ANY ($2)', [circle.id, [idOf(6), idOf(7)]]);
    expect(await rooms.database.query('SELECT member_count AS count FROM circles WHERE id = $1', [circle.id])).toEqual([{ count: 6 }]);
    expect(await countOf('circle_members')).toBe(6);
  });

  it('lets no election close by half, and nobody vote for who does not stand', async () => {
    await start();
    const { id } = await latest();
    await refuses('UPDATE circle_elections SET closed_at = now() WHERE id = $1', [id], /check constraint/);
    await refuses('INSERT INTO circle_ballots VALUES ($1, $2, $3, $4, $5)', [id, idOf(0), circle.id, community.id, idOf(1)], /foreign key/);
    await stand(1);
    await refuses('INSERT INTO circle_ballots VALUES ($1, $2, $3, $4, $5)', [id, idOf(9), circle.id, community.id, idOf(1)], /foreign key/);
  });
});
