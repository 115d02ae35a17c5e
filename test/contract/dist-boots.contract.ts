import '../../apps/api/src/rooms.module.js';
import { createDataSource, Database } from '@fanfare/database';
import { aCommunity, anIdea, createEmptyDatabase, type TestDatabase } from '@fanfare/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuiltApi, slowQuestion } from '../support/built-api.js';
import { eventually } from '../support/client.js';
import { Live } from '../support/live.js';

let testDatabase: TestDatabase;
let source: DataSource;
let database: Database;
let api: BuiltApi;
let ideaId: string;
const all: BuiltApi[] = [];

beforeAll(async () => {
  testDatabase = await createEmptyDatabase();
  source = await createDataSource({ url: testDatabase.url, poolSize: 4 }).initialize();
  database = new Database(source);
});
afterAll(async () => {
  await Promise.all(all.map((one) => one.kill()));
  await source.destroy();
  await testDatabase.drop();
});

async function spawned(env: Record<string, string> = {}): Promise<BuiltApi> {
  const one = await BuiltApi.spawn({ DATABASE_URL: testDatabase.url, ...env });
  all.push(one);
  return one;
}

async function started(): Promise<void> {
  api = await spawned();
  await api.ready();
}

describe('the built api', () => {
  it('migrates an empty database and serves', async () => {
    await started();
    expect(api.messages.map(({ fanfare }) => fanfare)).toEqual(['progress', 'ready']);
    expect(api.messages.at(-1)).toMatchObject({ url: expect.stringContaining('http://localhost:'), lines: [expect.stringContaining('/setup?token=')] });
    const community = await aCommunity(database, { slug: 'boots', name: 'Boots' });
    ideaId = (await anIdea(database, community.id)).id;
    expect([await api.statusOf('/livez'), await api.statusOf('/readyz')]).toEqual([200, 200]);
    expect(await api.ask('{ community(slug: "boots") { name ideas { nodes { id } } } }')).toEqual({ data: { community: { name: 'Boots', ideas: { nodes: [{ id: ideaId }] } } } });
  });

  it('on SIGTERM says that it leaves, finishes what is open, and lets live clients go', async () => {
    const live = await Live.connect(api.url);
    expect((await live.ask('subscription ($id: ID!) { ideaChanged(idea: $id) { id } }', { id: ideaId })).data).toEqual({ ideaChanged: { id: ideaId } });
    const { answer, free } = await slowQuestion(api, source);
    api.terminate();
    expect(await eventually(() => api.statusOf('/readyz'), (status) => status === 503)).toBe(503);
    expect(await (await fetch(`${api.url}/readyz`)).json()).toEqual({ status: 'unavailable', reason: 'leaving' });
    expect(await api.statusOf('/livez')).toBe(200);
    await free();
    expect(await answer).toEqual({ data: { community: { name: 'Boots' } } });
    expect(await live.closed).toBe(1001);
    const { code, afterMs } = await api.ended;
    expect(code).toBe(0);
    expect(afterMs).toBeLessThan(10_000);
    expect(api.output).toBe('');
  });

  it.each(['SIGINT', 'the end of whoever started it'] as const)('ends on %s too', async (how) => {
    await started();
    if (how === 'SIGINT') api.terminate('SIGINT');
    else api.disconnect();
    expect(await api.ended).toMatchObject({ code: 0 });
  });

  it('says in one line what keeps it from starting, and never the password', async () => {
    const refusals: [env: Record<string, string>, line: RegExp][] = [
      [{ DATABASE_URL: '' }, /^DATABASE_URL is not set/],
      [{ DATABASE_URL: 'postgres://x:very-secret@127.0.0.1:1/z' }, /^The database at 127\.0\.0\.1:1\/z does not answer/],
      [{ NODE_ENV: 'production' }, /^PUBLIC_URL is not set/],
    ];
    for (const { api: refused, line } of await Promise.all(refusals.map(async ([env, line]) => ({ api: await spawned(env), line })))) {
      expect((await refused.ended).code).toBe(1);
      expect(refused.messages).toEqual([{ fanfare: 'fatal', message: expect.stringMatching(line) }]);
      expect(refused.messages[0]!.message).not.toMatch(/\n|secret/);
      expect(refused.output).toBe('');
    }
  });
});
