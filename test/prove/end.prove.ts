import '../../apps/api/src/rooms.module.js';
import { createDataSource, Database } from '@fanfare/database';
import { aCommunity, createEmptyDatabase, type TestDatabase } from '@fanfare/testing';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BuiltApi, slowQuestion } from '../support/built-api.js';
import { Live } from '../support/live.js';

const CLIENTS = 32;
const SOCKETS = 40;

let testDatabase: TestDatabase;
let source: DataSource;
let api: BuiltApi;

beforeAll(async () => {
  testDatabase = await createEmptyDatabase();
  source = await createDataSource({ url: testDatabase.url, poolSize: 4 }).initialize();
  await start();
  await aCommunity(new Database(source), { slug: 'boots', name: 'Boots' });
});
afterEach(() => api.kill());
afterAll(async () => {
  await source.destroy();
  await testDatabase.drop();
});

async function start(): Promise<void> {
  api = await BuiltApi.spawn({ DATABASE_URL: testDatabase.url });
  await api.ready();
}

interface Tally {
  readonly whole: number;
  readonly broken: string[];
}

/** Whether a load balancer would still send people here: as it last heard from /readyz. */
class Balancer {
  sends = true;

  /** Asks every 100 ms until the answer is no. */
  async watch(): Promise<void> {
    while ((await api.statusOf('/readyz')) === 200) await delay(100);
    this.sends = false;
  }
}

/** Asks one question after the other, as long as the balancer sends them. */
async function client(balancer: Balancer): Promise<Tally> {
  const broken: string[] = [];
  let whole = 0;
  while (balancer.sends) {
    const answer = await api.ask('{ community(slug: "boots") { name } }').then(JSON.stringify, (error: { cause?: unknown }) => `lost: ${String(error.cause)}`);
    if (answer === '{"data":{"community":{"name":"Boots"}}}') whole += 1;
    else broken.push(answer);
  }
  return { whole, broken };
}

describe('SIGTERM', () => {
  it('under load: nobody who was sent here goes without a whole answer, every live client is let go, all within ten seconds', async () => {
    const lives = await Promise.all(Array.from({ length: SOCKETS }, () => Live.connect(api.url)));
    const balancer = new Balancer();
    const watching = balancer.watch();
    const clients = Array.from({ length: CLIENTS }, () => client(balancer));
    await delay(2_000); // load, not a condition to wait for
    api.terminate();
    const tallies = await Promise.all(clients);
    await watching;
    expect(tallies.flatMap(({ broken }) => broken)).toEqual([]);
    expect(new Set(await Promise.all(lives.map(({ closed }) => closed)))).toEqual(new Set([1001]));
    const { code, afterMs } = await api.ended;
    expect(code).toBe(0);
    expect(afterMs).toBeLessThan(10_000);
    console.log(`SIGTERM under load: ${tallies.reduce((sum, { whole }) => sum + whole, 0)} answers whole, gone after ${(afterMs / 1000).toFixed(1)} s`);
  });

  it('with a request that never ends: gone within ten seconds all the same, after it was given its time', async () => {
    await start();
    const { answer, free } = await slowQuestion(api, source);
    api.terminate();
    const { afterMs } = await api.ended;
    expect(afterMs).toBeGreaterThan(5_000);
    expect(afterMs).toBeLessThan(10_000);
    await free();
    await expect(answer).rejects.toThrow();
  });
});
