import { CommunitiesModule } from '@fanfare/communities';
import { type Actor, DAY, HOUR, Problem, VISITOR } from '@fanfare/kernel';
import { LadderModule } from '@fanfare/ladder';
import { PortabilityModule } from '@fanfare/portability';
import { bootRooms, type Rooms } from '@fanfare/testing';
import { VotesModule, VotesService } from '@fanfare/votes';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventually } from '../support/client.js';
import { someFans } from '../support/fans.js';
import { importCommunity, plannedVotes } from './year/imported-community.js';
import { MortalWorker } from './year/mortal-worker.js';
import { type Reckoning, reckon } from './year/told-ideas.js';

const START = Date.UTC(2027, 0, 1);
const WORKERS = 2;
const FANS = 60;
/** The year passes no faster than this, so that workers live through it. */
const LEAST_DAY_MS = 150;
/** Nobody kills any more: as long as workers may need for what they left undone, on a machine that is busy. */
const CATCH_UP_MS = 300_000;
/** Fans of so many hours vote in the same moment, side by side. */
const HOURS_AT_ONCE = 6;

interface Plan {
  readonly ideas: number;
  readonly days: number;
  readonly mode?: 'careless';
  /** Takes a safeguard away, once everything runs. */
  readonly sabotage?: string;
}

interface Outcome extends Reckoning {
  readonly kills: number;
  readonly interrupted: number;
}

const IS_AT_WORK = `
  SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'simulated worker' AND backend_xid IS NOT NULL) AS found`;
/** Everything that workers have to do has been done: what is told of is delivered, and no deadline waits. */
const IS_QUIET = `
  SELECT NOT EXISTS (SELECT FROM deliveries WHERE attempts = 0) AND NOT EXISTS (SELECT FROM ideas WHERE status = 'OPEN' AND deadline <= $1) AS quiet`;

/** A community is imported and worked for some simulated time by workers that are killed all along. */
async function simulate(plan: Plan): Promise<Outcome> {
  const rooms = await bootRooms([CommunitiesModule, VotesModule, LadderModule, PortabilityModule], { now: new Date(START) });
  const directory = mkdtempSync(join(tmpdir(), 'fanfare-clock-'));
  const time = new SharedTime(rooms, join(directory, 'now'));
  const workers: MortalWorker[] = [];
  try {
    const community = await importCommunity(rooms, { ideas: plan.ideas, start: START, days: plan.days });
    const isAtWork = async () => (await rooms.database.query<{ found: boolean }>(IS_AT_WORK))[0]!.found;
    const surroundings = { databaseUrl: rooms.url, clockFile: time.file, isAtWork, ...(plan.mode && { mode: plan.mode }) };
    for (let n = 0; n < WORKERS; n += 1) workers.push(new MortalWorker(surroundings));
    for (const worker of workers) worker.begin();
    if (plan.sabotage) await sabotage(rooms, plan.sabotage);
    await live(rooms, time, community, plan.days);
    await Promise.all(workers.map((worker) => worker.stay()));
    await untilQuiet(rooms, time);
    const sum = (what: 'kills' | 'interrupted') => workers.reduce((total, worker) => total + worker[what], 0);
    const reckoning = await reckon(rooms.database, community.id, community.deadlines, time.now);
    const outcome = { ...reckoning, kills: sum('kills'), interrupted: sum('interrupted') };
    console.log(`${plan.days} days: ${JSON.stringify(outcome.counts)}, ${outcome.kills} kills, ${outcome.interrupted} in the middle of a transaction; wrong: ${outcome.wrong.join('; ') || 'nothing'}`);
    return outcome;
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    await rooms.close();
    rmSync(directory, { recursive: true });
  }
}

/** One time for us and for workers in other processes. */
class SharedTime {
  constructor(private readonly rooms: Rooms, readonly file: string) {
    this.tell();
  }

  get now(): number {
    return this.rooms.clock.now().getTime();
  }

  /** Ours moves with every vote. */
  set(at: number): void {
    this.rooms.clock.set(new Date(at));
  }

  /** The workers' is what it was told last: never ahead of ours. */
  tell(): void {
    writeFileSync(`${this.file}.new`, String(this.now));
    renameSync(`${this.file}.new`, this.file);
  }
}

/** Day by day fans vote at their moments. A deadline that has passed refuses them, whatever the workers know of it. */
async function live(rooms: Rooms, time: SharedTime, community: { id: string; deadlines: ReadonlyMap<string, number> }, days: number): Promise<void> {
  const fans = await someFans(rooms.database, community.id, FANS);
  const planned = plannedVotes(community.deadlines, { start: START, days, fans: FANS });
  const votes = Map.groupBy(planned, ({ at }) => at - ((at - START) % (HOURS_AT_ONCE * HOUR)));
  for (let day = 0; day <= days; day += 1) {
    const began = Date.now();
    time.set(START + day * DAY);
    time.tell();
    for (let hour = 0; hour < 24; hour += HOURS_AT_ONCE) {
      time.set(START + day * DAY + hour * HOUR);
      const now = votes.get(time.now) ?? [];
      await Promise.all(now.map(({ idea, fan }) => castIfOpen(rooms, { ...VISITOR, accountId: fans[fan]!.accountId }, idea)));
    }
    await delay(Math.max(0, LEAST_DAY_MS - (Date.now() - began)));
  }
  time.set(START + (days + 1) * DAY);
  time.tell();
}

async function castIfOpen(rooms: Rooms, fan: Actor, idea: string): Promise<void> {
  await rooms.get(VotesService).cast(fan, idea).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'VOTING_CLOSED') throw error;
  });
}

/** The file is read while the workers start, so it is quiet only when it stays so. */
async function untilQuiet(rooms: Rooms, time: SharedTime): Promise<void> {
  const isQuiet = async () => (await rooms.database.query<{ quiet: boolean }>(IS_QUIET, [new Date(time.now)]))[0]!.quiet;
  await eventually(isQuiet, (quiet) => quiet, CATCH_UP_MS);
  await delay(2_000);
  await eventually(isQuiet, (quiet) => quiet, CATCH_UP_MS);
}

async function sabotage(rooms: Rooms, sql: string): Promise<void> {
  const known = () => rooms.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM schedules WHERE name LIKE 'ladder.%'`);
  await eventually(known, ([row]) => row!.count === 2, 60_000);
  await rooms.database.query(sql);
}

describe('a community of 10,000 imported ideas, worked for a simulated year while its workers are killed with -9', () => {
  it('ends with every rung and every expiry there should be, told once each', async () => {
    const { wrong, counts, kills, interrupted } = await simulate({ ideas: 10_000, days: 365 });
    expect(kills, 'hardly anybody was killed: the proof shows nothing').toBeGreaterThan(20);
    expect(interrupted, 'no kill was felt: the proof shows nothing').toBeGreaterThan(5);
    for (const kind of ['rungs', 'expired', 'completed', 'open'] as const) expect(counts[kind], `hardly any ${kind}: the proof shows nothing`).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});

describe('the same proof fails', () => {
  it('when workers take no locks: they expire the same idea twice', async () => {
    const { wrong } = await simulate({ ideas: 2_000, days: 60, mode: 'careless' });
    expect(wrong.join('\n')).toMatch(/moves by the system (written|told of) twice/);
  });

  it('when nobody looks at the deadlines: expiries are missed', async () => {
    const { wrong } = await simulate({ ideas: 500, days: 60, sabotage: `UPDATE schedules SET next_run_at = 'infinity' WHERE name LIKE 'ladder.%'` });
    expect(wrong.join('\n')).toMatch(/stand elsewhere than their votes and deadlines say/);
  });

  it('when the ladder is not told of votes, nor looks by itself: rungs are missed', async () => {
    const deaf = `
      CREATE FUNCTION be_deaf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER deaf BEFORE INSERT ON deliveries FOR EACH ROW WHEN (NEW.handler = 'ladder.climb') EXECUTE FUNCTION be_deaf();
      UPDATE schedules SET next_run_at = 'infinity' WHERE name LIKE 'ladder.%'`;
    const { wrong } = await simulate({ ideas: 500, days: 60, sabotage: deaf });
    expect(wrong.join('\n')).toMatch(/stand on another rung than their votes say/);
  });
});
