import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createDataSource, Database } from '@fanfare/database';
import { DAY } from '@fanfare/kernel';
import { aCommunity, aRole, createTestDatabase } from '@fanfare/testing';
import type { DataSource } from 'typeorm';
import { Client } from '../../support/client.js';
import { ROOT } from '../api-process.js';
import { AmbassadorsSite } from './ambassadors-site.js';
import { Conversation, type Person } from './conversation.js';
import { Killer, type MortalProgram, programs } from './mortal-program.js';

/** Everybody and everything that a movement takes, and the time that all of them go by. */
export interface Stage {
  readonly slug: string;
  readonly communityId: string;
  readonly talk: Conversation;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly site: AmbassadorsSite;
  readonly api: MortalProgram;
  readonly worker: MortalProgram;
  readonly owner: Person;
  readonly manager: Person;
  readonly moderator: Person;
  /** Seeded: decides by whom and when, never what is right. */
  readonly random: () => number;
  /** Milliseconds of the epoch, as the programs take it. */
  now(): number;
  /** Lets so many days pass: whoever runs the programme is seen first, or their sessions would end. */
  pass(days: number): Promise<void>;
  /** Members with tokens, by the operator's command. */
  members(count: number): Promise<Person[]>;
  /** Kills api and worker by turns while the work goes on. */
  underFire<T>(work: () => Promise<T>): Promise<T>;
  /** Waits until the worker has told everybody what happened. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const SECOND_FACTOR_DAYS = 90;
/** Mutations acknowledged from one kill to the next. */
const BETWEEN_KILLS = [150, 800] as const;
const SETTLED_MS = 600_000;

export async function openStage(random: () => number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'fanfare-movement-'));
  const clockFile = join(folder, 'ahead');
  let ahead = 0;
  const setAhead = (milliseconds: number) => {
    writeFileSync(`${clockFile}.new`, String((ahead = milliseconds)));
    renameSync(`${clockFile}.new`, clockFile);
  };
  setAhead(0);
  const site = await AmbassadorsSite.start();
  const { url: databaseUrl, drop } = await createTestDatabase();
  const source = await createDataSource({ url: databaseUrl, poolSize: 4 }).initialize();
  const database = new Database(source);
  const { api, worker, url } = await programs(databaseUrl, { DATA_DIR: join(folder, 'data'), MOVEMENT_CLOCK: clockFile, MOVEMENT_SITE: String(site.port) });
  const talk = new Conversation(url);
  const { id: communityId, slug } = await aCommunity(database, { slug: 'movement', name: 'The movement' });
  const [owner, manager, moderator] = await staff(url, database, { id: communityId, slug });
  const stage: Stage = {
    slug, communityId, talk, database, databaseUrl, site, api, worker, owner: owner!, manager: manager!, moderator: moderator!, random,
    now: () => Date.now() + ahead,
    pass: async (days) => {
      for (const person of [owner!, manager!, moderator!]) await talk.ask(person, '{ viewer { account { id } } }');
      setAhead(ahead + days * DAY);
      await delay(200); // until both programs have looked
    },
    members: (count) => testMembers(databaseUrl, slug, count),
    underFire: async (work) => {
      const killer = new Killer([api, worker], random, () => talk.acknowledged, BETWEEN_KILLS);
      try {
        return await work();
      } finally {
        await killer.stop();
      }
    },
    settled: () => settled(source),
    close: async () => {
      await Promise.all([api.stop(), worker.stop()]);
      await site.stop();
      await source.destroy();
      await drop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await prepare(stage);
  return stage;
}

/** Owner, manager and moderator sign up as anybody does. */
async function staff(url: string, database: Database, { id, slug }: { id: string; slug: string }): Promise<Person[]> {
  const people: Person[] = [];
  for (const [handle, role] of [['ada-owns', 'OWNER'], ['mia-answers', 'BRAND_MANAGER'], ['max-reviews', 'MODERATOR']] as const) {
    const client = await (await new Client(url, database).signUp()).confirm();
    await client.join(slug, handle);
    const { viewer } = await client.get<{ viewer: { account: { id: string } } }>('{ viewer { account { id } } }');
    await aRole(database, id, viewer.account.id, role);
    people.push({ handle, token: client.token! });
  }
  return people;
}

/** What the owner sets before it all begins: newcomers may apply, and staff have time for a second factor. */
async function prepare({ talk, owner, slug }: Stage): Promise<void> {
  const fields = 'level score identityLevel links images votesPerDay reportWeight applyToCalls markHelpful';
  const { community } = await talk.ask(owner, `{ community(slug: "${slug}") { levels { ${fields} } } }`);
  const levels = (community.levels as object[]).map((level) => ({ ...level, applyToCalls: true }));
  await talk.say(owner, 'updateLevelRights', { community: slug, levels }, 'community { id }');
  await graceOf({ talk, owner, slug }, SECOND_FACTOR_DAYS);
}

/** The days are counted anew from now. */
export async function graceOf({ talk, owner, slug }: Pick<Stage, 'talk' | 'owner' | 'slug'>, days: number): Promise<void> {
  await talk.say(owner, 'updateCommunity', { community: slug, secondFactorGraceDays: days }, 'community { id }');
}

/** `npm run test-members`, as whoever runs the deployment types it. */
async function testMembers(databaseUrl: string, slug: string, count: number): Promise<Person[]> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['dist/apps/api/src/cli/test-members.js', slug, '--count', String(count), '--days', '150', '--yes'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, HOME, DATABASE_URL: databaseUrl },
  });
  let [output, complaints] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`test-members ended with ${code}: ${complaints}`);
  return output.trim().split('\n').map((line) => JSON.parse(line) as Person);
}

async function settled(source: DataSource): Promise<void> {
  const deadline = Date.now() + SETTLED_MS;
  for (;;) {
    const [{ waiting }] = (await source.query('SELECT count(*)::int AS waiting FROM deliveries')) as [{ waiting: number }];
    if (waiting === 0) return;
    if (Date.now() > deadline) throw new Error(`${waiting} deliveries never came about`);
    await delay(100);
  }
}
