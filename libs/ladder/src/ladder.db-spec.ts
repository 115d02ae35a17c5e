import { CommunitiesService } from '@fanfare/communities';
import { EventLog, Schedules } from '@fanfare/events';
import { IdeaMoves, IdeasAccess, type IdeaStatus } from '@fanfare/ideas';
import { type Actor, DAY, HOUR, MINUTE, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, aRole, asSomebodyElse, aVote, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { StandingsService, VotesRestood, VotesService } from '@fanfare/votes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LadderModule, LadderService, OWED } from './index.js';

const START = new Date('2026-03-01T00:00:00Z');
/** Small enough to climb: 3 in 10 days, 5 in 20 more, 7 in 30 more. */
const STEPS = [{ support: 3, days: 10 }, { support: 5, days: 20 }, { support: 7, days: 30 }];

let rooms: Rooms;
let community: { id: string; slug: string };
let fans: { id: string; account_id: string | null }[];

beforeAll(async () => {
  rooms = await bootRooms([LadderModule], { now: START });
});
afterAll(() => rooms.close());

beforeEach(async () => {
  rooms.clock.set(START);
  await rooms.database.query('DELETE FROM schedules');
  community = await aCommunity(rooms.database, { created_at: START });
  await setLadder(STEPS);
  fans = [];
  for (let n = 0; n < 8; n += 1) fans.push(await aMember(rooms.database, community.id));
});

async function setLadder(steps: readonly { support: number; days: number }[]) {
  await rooms.database.query('DELETE FROM rungs WHERE community_id = $1', [community.id]);
  for (const [at, { support, days }] of steps.entries()) {
    await rooms.database.query('INSERT INTO rungs VALUES ($1, $2, $3, $4)', [community.id, at + 1, support, days]);
  }
}

const actorOf = (fan: number): Actor => ({ ...VISITOR, accountId: fans[fan]!.account_id });
const vote = (idea: { id: string }, fan: number) => rooms.get(VotesService).cast(actorOf(fan), idea.id);
const withdraw = (idea: { id: string }, fan: number) => rooms.get(VotesService).withdraw(actorOf(fan), idea.id);
const day = (number: number) => new Date(START.getTime() + number * DAY);
const posted = (columns: object = {}) => anIdea(rooms.database, community.id, { created_at: START, deadline: day(10), clock_days: 10, ...columns });

async function votes(idea: { id: string }, ...who: number[]) {
  for (const fan of who) await vote(idea, fan);
}

/** What a worker does in a moment. */
async function work() {
  await rooms.dispatcher.drain();
  await rooms.get(Schedules).runDue();
  await rooms.dispatcher.drain();
}

async function stateOf({ id }: { id: string }) {
  const sql = `SELECT status, rung, deadline, extract(epoch FROM clock_left)::float8 / 86400 AS "left" FROM ideas WHERE id = $1`;
  const [row] = await rooms.database.query<{ status: IdeaStatus; rung: number; deadline: Date | null; left: number | null }>(sql, [id]);
  return row!;
}

async function grantsOf({ id }: { id: string }) {
  const sql = 'SELECT position, support, reached_at AS "reachedAt" FROM rung_grants WHERE idea_id = $1 ORDER BY position';
  return rooms.database.query<{ position: number; support: number; reachedAt: Date }>(sql, [id]);
}

async function movesOf({ id }: { id: string }) {
  return rooms.database.query('SELECT to_status AS "to", mover, moved_at AS at FROM idea_moves WHERE idea_id = $1 ORDER BY moved_at, id', [id]);
}

async function eventsOf({ id }: { id: string }, type: string) {
  const sql = 'SELECT payload FROM events WHERE subject_id = $1 AND type = $2 ORDER BY sequence';
  return (await rooms.database.query<{ payload: object }>(sql, [id, type])).map(({ payload }) => payload);
}

async function staffMove(idea: { id: string }, to: IdeaStatus) {
  await rooms.transactor.run(async (tx) => {
    const held = await rooms.get(IdeasAccess).lockForMove(tx, VISITOR, idea.id);
    const [response] = await rooms.database.query<{ id: string }>(
      `INSERT INTO official_responses (id, idea_id, community_id, author_id, status, body, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'Because.', now()) RETURNING id`,
      [idea.id, community.id, fans[0]!.id, to],
    );
    await rooms.get(IdeaMoves).move(tx, VISITOR, held, { to, mover: 'STAFF', memberId: fans[0]!.id, responseId: response!.id });
  });
}

describe('rungs', () => {
  it('are granted soon after the vote that makes them, dated by it, and add the next one’s days', async () => {
    const idea = await posted();
    rooms.clock.set(day(2));
    await votes(idea, 0, 1, 2);
    rooms.clock.set(day(3));
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'OPEN', rung: 1, deadline: day(30) });
    expect(await grantsOf(idea)).toEqual([{ position: 1, support: 3, reachedAt: day(2) }]);
    expect(await eventsOf(idea, 'rung.reached')).toEqual([{ position: 1, support: 3, isLast: false }]);
  });

  it('are kept when support goes, and not granted again when it comes back', async () => {
    const idea = await posted();
    await votes(idea, 0, 1, 2);
    await work();
    for (const fan of [0, 1, 2]) await withdraw(idea, fan);
    await work();
    expect(await stateOf(idea)).toMatchObject({ rung: 1, deadline: day(30) });
    await votes(idea, 0, 1, 2, 3);
    await work();
    expect(await stateOf(idea)).toMatchObject({ rung: 1, deadline: day(30) });
    expect(await eventsOf(idea, 'rung.reached')).toHaveLength(1);
  });

  it('are climbed several at once', async () => {
    const idea = await posted();
    await votes(idea, 0, 1, 2, 3, 4);
    await work();
    expect(await stateOf(idea)).toMatchObject({ rung: 2, deadline: day(60) });
    expect(await eventsOf(idea, 'rung.reached')).toHaveLength(2);
  });

  it('count verified support only, and again when a standing changes', async () => {
    const idea = await posted();
    await rooms.database.query(`UPDATE members SET identity_level = 'ANONYMOUS' WHERE id = $1`, [fans[2]!.id]);
    await votes(idea, 0, 1, 2);
    await work();
    expect(await stateOf(idea)).toMatchObject({ rung: 0 });
    await rooms.database.query(`UPDATE members SET identity_level = 'CONFIRMED' WHERE id = $1`, [fans[2]!.id]);
    await rooms.transactor.run((tx) => rooms.get(StandingsService).restand(tx, [fans[2]!.id]));
    await work();
    expect(await stateOf(idea)).toMatchObject({ rung: 1 });
  });

  it('at the top send the idea to review, by the system, dated by the vote', async () => {
    const idea = await posted();
    rooms.clock.set(day(4));
    await votes(idea, 0, 1, 2, 3, 4, 5, 6);
    rooms.clock.set(day(5));
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'UNDER_REVIEW', rung: 3, deadline: null });
    expect(await movesOf(idea)).toEqual([{ to: 'UNDER_REVIEW', mover: 'SYSTEM', at: day(4) }]);
    expect((await eventsOf(idea, 'rung.reached')).at(-1)).toMatchObject({ position: 3, isLast: true });
  });

  it('are granted under review too, and what they add waits with the clock', async () => {
    const idea = await posted();
    rooms.clock.set(day(4));
    await staffMove(idea, 'UNDER_REVIEW');
    await votes(idea, 0, 1, 2);
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'UNDER_REVIEW', rung: 1, left: 26 });
    rooms.clock.set(day(50));
    await staffMove(idea, 'OPEN');
    expect(await stateOf(idea)).toMatchObject({ status: 'OPEN', deadline: day(76), left: null });
  });

  it('count a duplicate’s voters with its target, everybody once', async () => {
    const [target, duplicate] = [await posted(), await posted()];
    await votes(target, 0, 1);
    await votes(duplicate, 1);
    await merge(duplicate, target);
    await work();
    expect(await stateOf(target)).toMatchObject({ rung: 0 });
    const other = await posted();
    await votes(other, 5);
    await merge(other, target);
    await work();
    expect(await stateOf(target)).toMatchObject({ rung: 1, deadline: day(30) });
  });

  it('that no event told of are found by the look at everything', async () => {
    const idea = await posted({ deadline: null, clock_days: null });
    for (const fan of [0, 1, 2]) await aVote(rooms.database, idea, fans[fan]!.id, { cast_at: day(-100 + fan) });
    await rooms.database.query('UPDATE idea_ranks SET verified = 3, raw = 3, heat = 1 WHERE idea_id = $1', [idea.id]);
    await work();
    expect(await stateOf(idea)).toMatchObject({ rung: 1, deadline: null, status: 'OPEN' });
    expect((await grantsOf(idea))[0]!.reachedAt).toEqual(day(-98));
  });

  it('of more ideas than one look holds: it closes no gate while it waits for whoever looks at everything', async () => {
    await work(); // from now on the schedules are known
    const ideas = await Promise.all(Array.from({ length: 51 }, () => posted()));
    for (const idea of ideas) for (const fan of fans.slice(0, 3)) await aVote(rooms.database, idea, fan.id, { cast_at: day(0) });
    await rooms.database.query('UPDATE idea_ranks SET verified = 3, raw = 3, heat = 1 WHERE community_id = $1', [community.id]);
    await rooms.transactor.run((tx) => rooms.get(EventLog).append(tx, VotesRestood, {
      communityId: community.id, subjectId: fans[0]!.id, payload: { standing: 'VERIFIED', ideaIds: ideas.map(({ id }) => id) },
    }));
    let climbing: Promise<void> | undefined;
    await rooms.transactor.run(async (tx) => {
      await tx.query('SELECT FROM schedules WHERE name = $1 FOR UPDATE', [OWED]); // as the look at everything does, before it asks for gates
      climbing = asSomebodyElse(() => rooms.dispatcher.drain());
      await somebodyWaits(rooms.database);
      expect(await rooms.database.query(`SELECT FROM pg_locks JOIN pg_database d ON d.oid = database
        WHERE datname = current_database() AND locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted`)).toEqual([]);
    });
    await climbing;
    await work();
    const [reached] = await rooms.database.query('SELECT count(*)::int AS ideas FROM rung_grants WHERE community_id = $1', [community.id]);
    expect(reached).toEqual({ ideas: 51 });
  });

  it('are granted once, however many look at the same moment', async () => {
    const idea = await posted();
    await votes(idea, 0, 1, 2, 3, 4);
    await Promise.all(Array.from({ length: 8 }, () => rooms.transactor.run((tx) => rooms.get(LadderService).settle(tx, [idea.id]))));
    expect(await stateOf(idea)).toMatchObject({ rung: 2, deadline: day(60) });
    expect(await eventsOf(idea, 'rung.reached')).toHaveLength(2);
  });
});

async function merge(duplicate: { id: string }, target: { id: string }) {
  await rooms.transactor.run(async (tx) => {
    const held = await rooms.get(IdeasAccess).lockForMove(tx, VISITOR, duplicate.id);
    await rooms.get(IdeaMoves).move(tx, VISITOR, held, { to: 'MERGED', mover: 'STAFF', memberId: fans[0]!.id, mergedIntoId: target.id });
  });
}

describe('deadlines', () => {
  it('close voting at once, before anybody has written the expiry', async () => {
    const idea = await posted();
    rooms.clock.set(new Date(day(10).getTime() - 1));
    await vote(idea, 0);
    rooms.clock.set(day(10));
    await expect(vote(idea, 1)).rejects.toMatchObject({ code: 'VOTING_CLOSED' });
    await expect(withdraw(idea, 0)).rejects.toMatchObject({ code: 'VOTING_CLOSED' });
    await vote(idea, 0); // the same vote again, as a late retry
    expect(await stateOf(idea)).toMatchObject({ status: 'OPEN' });
  });

  it('expire the idea, dated by the deadline however late it is seen', async () => {
    const idea = await posted();
    rooms.clock.set(day(40));
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'EXPIRED', deadline: day(10), rung: 0 });
    expect(await movesOf(idea)).toEqual([{ to: 'EXPIRED', mover: 'SYSTEM', at: day(10) }]);
    await work();
    expect(await movesOf(idea)).toHaveLength(1);
  });

  it('do not expire what had reached its rung in time, when the worker slept through both', async () => {
    const [reached, missed] = [await posted(), await posted()];
    await votes(missed, 0, 1);
    rooms.clock.set(new Date(day(10).getTime() - 1));
    await votes(reached, 0, 1, 2);
    rooms.clock.set(day(20));
    await work();
    expect(await stateOf(reached)).toMatchObject({ status: 'OPEN', rung: 1, deadline: day(30) });
    expect(await stateOf(missed)).toMatchObject({ status: 'EXPIRED' });
    await vote(reached, 3);
  });

  it('that follow one another are all seen after a long sleep', async () => {
    const idea = await posted();
    await votes(idea, 0, 1, 2);
    rooms.clock.set(day(365));
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'EXPIRED', rung: 1, deadline: day(30) });
    expect(await movesOf(idea)).toEqual([{ to: 'EXPIRED', mover: 'SYSTEM', at: day(30) }]);
  });

  it('run in OPEN only', async () => {
    const idea = await posted();
    rooms.clock.set(day(9));
    await staffMove(idea, 'UNDER_REVIEW');
    rooms.clock.set(day(300));
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'UNDER_REVIEW', left: 1 });
    await staffMove(idea, 'OPEN');
    rooms.clock.set(day(302));
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'EXPIRED', deadline: day(301) });
  });

  it('let a vote that was behind the gate first count, and refuse the one after', async () => {
    const idea = await posted();
    await votes(idea, 0, 1);
    rooms.clock.set(new Date(day(10).getTime() - 1));
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const castAt = rooms.clock.now();
    let inside = () => {};
    const isInside = new Promise<void>((resolve) => (inside = resolve));
    const slow = rooms.transactor.run(async (tx) => {
      await rooms.get(IdeasAccess).lockForVote(tx, VISITOR, idea.id);
      inside();
      await tx.query(`INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version) VALUES ($1, $2, $3, 'VERIFIED', $4, 1)`,
        [idea.id, fans[2]!.id, community.id, castAt]);
      await gate;
    });
    await isInside;
    rooms.clock.set(day(11));
    const expiring = rooms.get(Schedules).runDue();
    await somebodyWaits(rooms.database);
    release();
    await Promise.all([slow, expiring]);
    expect(await stateOf(idea)).toMatchObject({ status: 'OPEN', rung: 1, deadline: day(30) });
  });

  it('of two hundred ideas in one night are seen in transactions of their own', async () => {
    await rooms.database.query(
      `INSERT INTO ideas (id, community_id, title, body, status, created_at, deadline)
       SELECT gen_random_uuid(), $1, 'Many ' || n, 'One of many.', 'OPEN', $2, $3 FROM generate_series(1, 200) n`,
      [community.id, START, day(1)],
    );
    rooms.clock.set(day(1));
    const sql = `SELECT count(DISTINCT xid)::int AS transactions, count(*)::int AS moves FROM events WHERE community_id = $1 AND type = 'idea.moved'`;
    await rooms.get(Schedules).runDue();
    const [row] = await rooms.database.query<{ transactions: number; moves: number }>(sql, [community.id]);
    expect(row).toEqual({ transactions: 4, moves: 200 });
  });

  it('of one idea that cannot be moved hold back nobody else’s', async () => {
    const [bad, good] = [await posted(), await posted()];
    await rooms.database.query(`CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'stuck'; END $$`);
    await rooms.database.query(`CREATE TRIGGER stuck BEFORE INSERT ON idea_moves FOR EACH ROW WHEN (NEW.idea_id = '${bad.id}') EXECUTE FUNCTION fail_once()`);
    rooms.clock.set(day(11));
    await rooms.get(Schedules).runDue();
    expect((await stateOf(good)).status).toBe('EXPIRED');
    expect((await stateOf(bad)).status).toBe('OPEN');
    await rooms.database.query('DROP TRIGGER stuck ON idea_moves; DROP FUNCTION fail_once()');
    rooms.clock.advance(MINUTE);
    await rooms.get(Schedules).runDue();
    expect((await stateOf(bad)).status).toBe('EXPIRED');
  });
});

describe('another ladder', () => {
  let owner: Actor;
  beforeEach(async () => {
    await aRole(rooms.database, community.id, fans[7]!.account_id!, 'OWNER');
    owner = { ...actorOf(7), grants: [{ communityId: community.id, role: 'OWNER' }] };
  });
  const change = async (ladder: typeof STEPS) => {
    await rooms.get(CommunitiesService).update(owner, community.slug, { ladder });
    rooms.clock.advance(1000);
    await work();
  };

  it('never shortens a running deadline, lengthens it once, and lets new ideas have the new days', async () => {
    const idea = await posted();
    await work();
    await change([{ support: 3, days: 2 }, STEPS[1]!, STEPS[2]!]);
    expect(await stateOf(idea)).toMatchObject({ deadline: day(10) });
    await change([{ support: 3, days: 14 }, STEPS[1]!, STEPS[2]!]);
    await change([{ support: 3, days: 14 }, STEPS[1]!, STEPS[2]!]);
    expect(await stateOf(idea)).toMatchObject({ deadline: day(14) });
    await change([{ support: 3, days: 12 }, STEPS[1]!, STEPS[2]!]);
    expect(await stateOf(idea)).toMatchObject({ deadline: day(14) });
  });

  it('never takes a rung away, and grants what is reached by it at once', async () => {
    const [climbed, near] = [await posted(), await posted()];
    await votes(climbed, 0, 1, 2);
    await votes(near, 0, 1);
    await work();
    await change([{ support: 4, days: 10 }, STEPS[1]!, STEPS[2]!]);
    expect(await stateOf(climbed)).toMatchObject({ rung: 1, deadline: day(30) });
    await change([{ support: 2, days: 10 }, STEPS[1]!, STEPS[2]!]);
    expect(await stateOf(near)).toMatchObject({ rung: 1, deadline: day(30) });
    expect(await grantsOf(near)).toMatchObject([{ position: 1, support: 2 }]);
  });

  it('that is lower sends who stands at its top to review, once: what staff reopen stays open, without a deadline', async () => {
    const idea = await posted();
    await votes(idea, 0, 1, 2, 3, 4);
    await work();
    await change(STEPS.slice(0, 2));
    expect(await stateOf(idea)).toMatchObject({ status: 'UNDER_REVIEW', rung: 2 });
    await staffMove(idea, 'OPEN');
    rooms.clock.advance(400 * DAY);
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'OPEN', rung: 2, deadline: null });
    await change(STEPS);
    await votes(idea, 5, 6);
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'UNDER_REVIEW', rung: 3 });
  });
});

describe('the safeguards', () => {
  it('hold when the idea forgets its rung: the key of rung_grants lets each in once; without the key the clock is given twice', async () => {
    const forget = async () => rooms.database.query('UPDATE ideas SET rung = 0 WHERE community_id = $1', [community.id]);
    const again = async (idea: { id: string }) => {
      await forget();
      await rooms.transactor.run((tx) => rooms.get(LadderService).settle(tx, [idea.id]));
    };
    const idea = await posted();
    await votes(idea, 0, 1, 2);
    await work();
    await again(idea);
    expect(await stateOf(idea)).toMatchObject({ rung: 1, deadline: day(30) });
    expect(await eventsOf(idea, 'rung.reached')).toHaveLength(1);
    await rooms.database.query('ALTER TABLE rung_grants DROP CONSTRAINT rung_grants_pkey');
    await expect(again(idea)).rejects.toThrow(/ON CONFLICT/);
    await rooms.database.query('DELETE FROM rung_grants');
    await rooms.database.query('ALTER TABLE rung_grants ADD PRIMARY KEY (idea_id, position)');
    await again(idea);
    expect(await stateOf(idea)).toMatchObject({ rung: 1, deadline: day(50) });
  });

  it('would miss every expiry without the schedule', async () => {
    const idea = await posted();
    await work();
    await rooms.database.query(`UPDATE schedules SET next_run_at = 'infinity'`);
    rooms.clock.set(day(30));
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'OPEN' });
    await rooms.database.query(`UPDATE schedules SET next_run_at = now() - interval '10 years'`);
    rooms.clock.advance(HOUR);
    await work();
    expect(await stateOf(idea)).toMatchObject({ status: 'EXPIRED' });
  });
});
