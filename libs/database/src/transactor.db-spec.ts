import { newId } from '@fanfare/kernel';
import { createTestDatabase, type TestDatabase } from '@fanfare/testing';
import { createServer, connect, type Server } from 'node:net';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataSource } from './data-source.js';
import { Database, type Tx } from './database.js';
import { Transactor } from './transactor.js';

/** A way to the server that can break right after COMMIT was sent: before the server saw it, or before its answer came back. */
class BrittleWay {
  breaks: 'NEVER' | 'BEFORE_COMMIT' | 'AFTER_COMMIT' = 'NEVER';
  private readonly server: Server;

  constructor(private readonly target: URL) {
    this.server = createServer((client) => {
      const upstream = connect(Number(target.port), target.hostname);
      let committing = false;
      const end = () => void (client.destroy(), upstream.destroy());
      client.on('data', (chunk) => {
        committing = chunk.includes('COMMIT\0');
        if (committing && this.breaks === 'BEFORE_COMMIT') return end();
        upstream.write(chunk);
      });
      upstream.on('data', (chunk) => {
        if (committing && this.breaks === 'AFTER_COMMIT') return end();
        client.write(chunk);
      });
      for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const url = new URL(this.target);
    url.port = String((this.server.address() as { port: number }).port);
    return url.href;
  }

  close(): void {
    this.server.close();
  }
}

let database: TestDatabase;
let way: BrittleWay;
let source: DataSource;
let direct: DataSource;
let transactor: Transactor;

beforeAll(async () => {
  database = await createTestDatabase();
  way = new BrittleWay(new URL(database.url));
  direct = await createDataSource({ url: database.url, poolSize: 4 }).initialize();
  await direct.query('CREATE TABLE things (id int PRIMARY KEY, value int NOT NULL)');
  source = await createDataSource({ url: await way.open(), poolSize: 4 }).initialize();
  transactor = new Transactor(source);
});
afterAll(async () => {
  await source.destroy();
  await direct.destroy();
  way.close();
  await database.drop();
});

/** Writes a thing, with an event as the rooms do. */
function write(id: number, witnessed = true): Promise<void> {
  const event = newId();
  return transactor.run(async (tx: Tx) => {
    await tx.query('INSERT INTO things VALUES ($1, 0)', [id]);
    await tx.query(`INSERT INTO events (id, type, occurred_at) VALUES ($1, 'test.written', now())`, [event]);
    if (witnessed) transactor.witness(tx, event);
  });
}

async function outcome(work: () => Promise<unknown>, breaks: BrittleWay['breaks']): Promise<string> {
  way.breaks = breaks;
  try {
    await work();
    return 'acknowledged';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    way.breaks = 'NEVER';
  }
}

async function count(id: number): Promise<number> {
  const [row] = (await direct.query('SELECT count(*)::int AS n FROM things WHERE id = $1', [id])) as { n: number }[];
  return row!.n;
}

describe('a connection lost at COMMIT', () => {
  it('is acknowledged when the server committed, and written once', async () => {
    expect(await outcome(() => write(1), 'AFTER_COMMIT')).toBe('acknowledged');
    expect(await count(1)).toBe(1);
  });

  it('is an error that says nothing was written when the server did not', async () => {
    expect(await outcome(() => write(2), 'BEFORE_COMMIT')).toBe('TEMPORARILY_UNAVAILABLE');
    expect(await count(2)).toBe(0);
  });

  it('is an error that says so when there is no proof', async () => {
    expect(await outcome(() => write(3, false), 'AFTER_COMMIT')).toBe('UNKNOWN_OUTCOME');
  });
});

describe('a transaction', () => {
  it('is rolled back by a throw', async () => {
    const error = await transactor
      .run(async (tx) => {
        await tx.query('INSERT INTO things VALUES (10, 0)');
        throw new Error('no');
      })
      .catch((caught: Error) => caught.message);
    expect([error, await count(10)]).toEqual(['no', 0]);
  });

  it('never asks for a second connection, where it could wait for itself; what it leaves running behind may', async () => {
    const database = new Database(direct);
    let later = Promise.resolve<unknown>(null);
    const error = await transactor
      .run(async () => {
        later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => database.query('SELECT 1 AS one'));
        return database.query('SELECT 1');
      })
      .catch((caught: Error) => caught.message);
    expect(error).toMatch(/second connection/);
    expect(() => database.reader).not.toThrow();
    expect(await later).toEqual([{ one: 1 }]);
  });

  it('is repeated after a deadlock, and nothing else', async () => {
    await direct.query('INSERT INTO things VALUES (20, 0), (21, 0)');
    let tries = 0;
    let meet = () => {};
    const bothHaveOne = new Promise<void>((resolve) => (meet = resolve));
    const bump = (first: number, second: number) =>
      transactor.run(async (tx) => {
        const attempt = (tries += 1);
        await tx.query('UPDATE things SET value = value + 1 WHERE id = $1', [first]);
        if (attempt === 2) meet();
        if (attempt <= 2) await bothHaveOne;
        await tx.query('UPDATE things SET value = value + 1 WHERE id = $1', [second]);
      });
    await Promise.all([bump(20, 21), bump(21, 20)]);
    expect(await direct.query('SELECT value FROM things WHERE id IN (20, 21)')).toEqual([{ value: 2 }, { value: 2 }]);
    expect(tries).toBeGreaterThan(2);
    tries = 0;
    const failing = transactor.run(async (tx) => {
      tries += 1;
      await tx.query('INSERT INTO things VALUES (20, 0)');
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(tries).toBe(1);
  });
});
