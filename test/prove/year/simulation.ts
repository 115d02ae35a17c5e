import { CommunitiesModule } from '@fanfare/communities';
import { type Actor, DAY, HOUR, Problem, VISITOR } from '@fanfare/kernel';
import { LadderModule } from '@fanfare/ladder';
import { NotificationsModule } from '@fanfare/notifications';
import { PortabilityModule } from '@fanfare/portability';
import { bootRooms, type Rooms } from '@fanfare/testing';
import { VotesModule, VotesService } from '@fanfare/votes';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../../support/client.js';
import { PostOffice } from '../post-office.js';
import { type ImportedCommunity, importCommunity, plannedVotes } from './imported-community.js';
import { MortalWorker } from './mortal-worker.js';
import { type Reader, someReaders } from './readers.js';
import { SharedTime } from './shared-time.js';
import { type Reckoning, reckon } from './told-ideas.js';
import { reckonMails, rememberMailings } from './told-readers.js';

const START = Date.UTC(2027, 0, 1);
const WORKERS = 2;
const FANS = 80;
/** Fans of so many hours vote in the same moment, side by side; then time goes on. */
const HOURS_AT_ONCE = 12;
/** So many hours pass no faster than this, so that workers live through them. */
const LEAST_MS = 120;
/** The year waits for workers that lag further behind it: their machine may be busy, and a week is no morning. */
const MOST_LAG = DAY;
/** As long as workers may need for anything at all, on a machine that is busy. */
const PATIENCE_MS = 600_000;
/** The mail server thinks so long about each mail. */
const POST_MS = 3;

export interface Plan {
  readonly ideas: number;
  readonly days: number;
  readonly mode?: 'careless';
  /** Takes a safeguard away, once everything runs. */
  readonly sabotage?: string;
}

export interface Outcome extends Reckoning {
  readonly kills: number;
  /** Of those, in the middle of a transaction. */
  readonly interrupted: number;
}

const IS_AT_WORK = `
  SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'simulated worker' AND backend_xid IS NOT NULL) AS found`;

/** What a killed worker was sending waits for its lease, which runs by the wall: the year does not wait for that. */
const IS_BEHIND = `
  SELECT NOT EXISTS (SELECT FROM schedules) OR EXISTS (SELECT FROM schedules WHERE next_run_at < $1)
    OR EXISTS (SELECT FROM deliveries d JOIN events e ON e.id = d.event_id WHERE d.attempts = 0 AND d.leased_until IS NULL AND e.occurred_at < $1) AS found`;

/** Everything that workers have to do has been done: what is told of is delivered, and everything came round. */
const IS_BUSY = `
  SELECT EXISTS (SELECT FROM deliveries) OR EXISTS (SELECT FROM schedules WHERE next_run_at <= $1) AS found`;

/** Everything that a simulated life needs, put away at its end. */
interface Stage {
  readonly rooms: Rooms;
  readonly time: SharedTime;
  readonly post: PostOffice;
  readonly workers: MortalWorker[];
}

/** A community is imported and worked for some simulated time by workers that are killed all along. */
export async function simulate(plan: Plan): Promise<Outcome> {
  const began = performance.now();
  const stage = await setUp(plan);
  try {
    const { rooms, time } = stage;
    const community = await importCommunity(rooms, { ideas: plan.ideas, start: START, days: plan.days });
    const readers = await someReaders(rooms.database, community.id, FANS, new Date(START));
    await rememberMailings(rooms.database);
    await rooms.database.query('DELETE FROM duplicate_backlog'); // the import is some minutes old, and they are proved elsewhere
    for (const worker of stage.workers) worker.begin();
    if (plan.sabotage) await sabotage(rooms, plan.sabotage);
    await live(stage, community, readers, plan.days);
    await Promise.all(stage.workers.map((worker) => worker.stay()));
    await lastMornings(rooms, time);
    const outcome = await reckonAll(stage, community, readers);
    console.log(`${plan.days} days in ${Math.round((performance.now() - began) / 1000)} s: ${JSON.stringify(outcome.counts)}, ${outcome.kills} kills, ${outcome.interrupted} in the middle of a transaction; wrong: ${outcome.wrong.join('; ') || 'nothing'}`);
    return outcome;
  } finally {
    await stage.close();
  }
}

async function setUp({ mode }: Plan): Promise<Stage & { close(): Promise<void> }> {
  const modules = [CommunitiesModule, VotesModule, LadderModule, NotificationsModule, PortabilityModule];
  const rooms = await bootRooms(modules, { now: new Date(START) });
  const directory = mkdtempSync(join(tmpdir(), 'fanfare-clock-'));
  const time = new SharedTime(rooms.clock, join(directory, 'now'));
  const post = new PostOffice(POST_MS);
  const isAtWork = () => found(rooms, IS_AT_WORK);
  const surroundings = { databaseUrl: rooms.url, smtpUrl: await post.open(), clockFile: time.file, isAtWork, ...(mode && { mode }) };
  const workers = Array.from({ length: WORKERS }, () => new MortalWorker(surroundings));
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await post.close();
    await rooms.close();
    rmSync(directory, { recursive: true });
  };
  return { rooms, time, post, workers, close };
}

/** Hour by hour fans vote at their moments. A deadline that has passed refuses them, whatever the workers know of it. */
async function live({ rooms, time }: Stage, { deadlines }: ImportedCommunity, readers: readonly Reader[], days: number): Promise<void> {
  const planned = plannedVotes(deadlines, { start: START, days, fans: readers.length });
  const votes = Map.groupBy(planned, ({ at }) => at - ((at - START) % (HOURS_AT_ONCE * HOUR)));
  for (let at = START; at <= START + days * DAY; at += HOURS_AT_ONCE * HOUR) {
    const began = performance.now();
    time.set(at);
    const now = votes.get(at) ?? [];
    await Promise.all(now.map(({ idea, fan }) => castIfOpen(rooms, { ...VISITOR, accountId: readers[fan]!.accountId }, idea)));
    await delay(Math.max(0, LEAST_MS - (performance.now() - began)));
    await until('workers kept up', async () => !(await found(rooms, IS_BEHIND, at - MOST_LAG)));
  }
}

async function castIfOpen(rooms: Rooms, fan: Actor, idea: string): Promise<void> {
  await rooms.get(VotesService).cast(fan, idea).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'VOTING_CLOSED') throw error;
  });
}

/** The digests of what happened last. The file is read while the workers start, so it is quiet only when it stays so. */
async function lastMornings(rooms: Rooms, time: SharedTime): Promise<void> {
  const untilQuiet = () => until('workers had done everything', async () => !(await found(rooms, IS_BUSY, time.now)));
  await untilQuiet();
  await delay(2_000);
  for (let morning = 0; morning < 3; morning += 1) {
    time.set(time.now + DAY);
    await untilQuiet();
  }
}

async function until(what: string, came: () => Promise<boolean>): Promise<void> {
  if (!(await eventually(came, Boolean, PATIENCE_MS))) throw new Error(`Waited ten minutes in vain until ${what}`);
}

async function found(rooms: Rooms, sql: string, at?: number): Promise<boolean> {
  const [row] = await rooms.database.query<{ found: boolean }>(sql, at === undefined ? [] : [new Date(at)]);
  return row!.found;
}

async function sabotage(rooms: Rooms, sql: string): Promise<void> {
  const known = `SELECT count(*) = 2 AS found FROM schedules WHERE name LIKE 'ladder.%'`;
  await until('workers knew the ladder', () => found(rooms, known));
  await rooms.database.query(sql);
}

async function reckonAll({ rooms, time, post, workers }: Stage, { id, deadlines }: ImportedCommunity, readers: readonly Reader[]): Promise<Outcome> {
  const ideas = await reckon(rooms.database, id, deadlines, time.now);
  const mails = await reckonMails(rooms.database, post.mailboxes, { communityId: id, readers, deadlines, end: time.now });
  const sum = (what: 'kills' | 'interrupted') => workers.reduce((total, worker) => total + worker[what], 0);
  const sentAgain = post.deliveries.length - post.mailboxes.length;
  return {
    wrong: [...ideas.wrong, ...mails.wrong],
    counts: { ...ideas.counts, ...mails.counts, sentAgain },
    kills: sum('kills'),
    interrupted: sum('interrupted'),
  };
}
