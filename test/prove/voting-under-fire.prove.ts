import { aCommunity, anIdea } from '@fanfare/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fan, someFans } from '../support/fans.js';
import { eventually } from '../support/client.js';
import { expectedSupport, lies, VotingStorm } from '../support/voting-storm.js';
import { ApiProcess, ROOT } from './api-process.js';
import { DurableDatabase } from './durable-database.js';

const CLIENTS = 64;
const FANS = 8_000;
/** Votes acknowledged between one kill and the next. */
const BETWEEN_KILLS = 50;

let database: DurableDatabase;
let communityId: string;

beforeAll(async () => {
  database = await DurableDatabase.start();
  communityId = (await aCommunity(database as never)).id;
});
afterAll(() => database.stop());

interface Outcome {
  readonly storm: VotingStorm;
  /** What is not as the fans were told, in the tables, over both APIs and by the recount. */
  readonly wrong: string[];
}

type Strike = (storm: VotingStorm, apis: readonly ApiProcess[]) => Promise<void>;

/** 64 clients vote on one idea over two API processes while `strike` does its worst. */
async function fire(strike: Strike, { withdrawals = true } = {}): Promise<Outcome> {
  const { id: ideaId } = await anIdea(database as never, communityId);
  const fans = await someFans(database as never, communityId, FANS);
  const apis = await Promise.all([ApiProcess.start(database.url), ApiProcess.start(database.url)]);
  try {
    const storm = new VotingStorm({ ideaId, fans, clients: CLIENTS, withdrawals, urls: () => apis.map((api) => api.url) });
    await strike(storm, apis).finally(() => storm.end());
    const wrong = [...(await lies(database as never, ideaId, storm)), ...(await wrongCounts(apis, ideaId, storm, fans))];
    console.log(`${storm.told.size} fans, ${storm.acknowledged} acknowledged, ${storm.interrupted} interrupted; wrong: ${wrong.join('; ') || 'nothing'}`);
    return { storm, wrong };
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
  }
}

async function wrongCounts(apis: readonly ApiProcess[], ideaId: string, storm: VotingStorm, fans: readonly Fan[]): Promise<string[]> {
  const wrong: string[] = [];
  const expected = JSON.stringify(expectedSupport(storm.told, fans));
  for (const api of apis) {
    const { idea } = await api.ask<{ idea: { support: object } }>(`{ idea(id: "${ideaId}") { support { raw verified quarantined imported } } }`);
    if (JSON.stringify(idea.support) !== expected) wrong.push(`support is ${JSON.stringify(idea.support)}, not ${expected}`);
  }
  const waiting = () => database.query<{ count: number }>('SELECT count(*)::int AS count FROM deliveries');
  await eventually(waiting, ([row]) => row!.count === 0, 60_000);
  const recount = await runRecount();
  return recount.code === 0 ? wrong : [...wrong, `recount: ${recount.output}`];
}

async function runRecount(...args: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ['dist/apps/api/src/cli/recount.js', ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

const killingApis = (times: number): Strike => async (storm, apis) => {
  await storm.until(BETWEEN_KILLS);
  for (let kill = 0; kill < times; kill += 1) {
    const api = apis[kill % apis.length]!;
    await api.kill();
    await api.start();
    await storm.until(BETWEEN_KILLS);
  }
};

const killingPostgres = (times: number): Strike => async (storm) => {
  await storm.until(BETWEEN_KILLS);
  for (let kill = 0; kill < times; kill += 1) {
    await database.killAndRestart();
    await storm.until(BETWEEN_KILLS);
  }
};

/** Runs with a safeguard taken away, puts it back, and has the recount mend what came of it. */
async function without(remove: string, restore: string, work: () => Promise<Outcome>): Promise<Outcome> {
  await database.query(remove);
  try {
    return await work();
  } finally {
    await database.query(restore);
    expect((await runRecount('--fix')).code, 'the recount could not mend it').toBe(0);
  }
}

describe('64 clients vote on one idea', () => {
  it('while API processes are killed with -9 ten times: acknowledged = counted, none twice', async () => {
    const { storm, wrong } = await fire(killingApis(10));
    expect(storm.interrupted, 'no kill was felt: the proof shows nothing').toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

  it('while PostgreSQL itself is killed with -9 three times', async () => {
    const { storm, wrong } = await fire(killingPostgres(3));
    expect(storm.interrupted, 'no kill was felt: the proof shows nothing').toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});

describe('the same proof fails', () => {
  it('when attempts are counted instead of rows: a repeated request counts twice', async () => {
    // for each statement: a repeated vote is turned away before there is a row
    const countAttempts = `
      CREATE FUNCTION count_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO vote_tallies AS t (idea_id, shard, raw) SELECT id, 0, 1 FROM ideas ORDER BY created_at DESC, id DESC LIMIT 1
        ON CONFLICT (idea_id, shard) DO UPDATE SET raw = t.raw + 1;
        RETURN NULL;
      END $$;
      CREATE TRIGGER votes_count_attempts BEFORE INSERT ON votes FOR EACH STATEMENT EXECUTE FUNCTION count_attempt();
      ALTER TABLE votes DISABLE TRIGGER votes_tally_new`;
    const restore = `
      DROP TRIGGER votes_count_attempts ON votes;
      DROP FUNCTION count_attempt();
      ALTER TABLE votes ENABLE TRIGGER votes_tally_new`;
    const { storm, wrong } = await without(countAttempts, restore, () => fire(killingApis(2), { withdrawals: false }));
    const raw = Number(/support is \{"raw":(\d+)/.exec(wrong.join())?.[1]);
    expect(raw).toBeGreaterThan(storm.told.size);
  });

  it('when the trigger that counts is off', async () => {
    const { wrong } = await without(
      'ALTER TABLE votes DISABLE TRIGGER votes_tally_new; ALTER TABLE votes DISABLE TRIGGER votes_tally_ended',
      'ALTER TABLE votes ENABLE TRIGGER votes_tally_new; ALTER TABLE votes ENABLE TRIGGER votes_tally_ended',
      () => fire(killingApis(1)),
    );
    expect(wrong.join('\n')).toMatch(/support is/);
    expect(wrong.join('\n')).toMatch(/recount/);
  });

  it('when votes are acknowledged before they are on disk', async () => {
    const { wrong } = await without(
      'ALTER ROLE CURRENT_USER SET synchronous_commit = off',
      'ALTER ROLE CURRENT_USER RESET synchronous_commit',
      () => fire(killingPostgres(4)),
    );
    expect(wrong.join('\n')).toMatch(/acknowledged votes are lost/);
  });
});
