import { Database, Transactor } from '@fanfare/database';
import { Dispatcher, Schedules } from '@fanfare/events';
import { type Config, loadConfig } from '@fanfare/kernel';
import { createPreparedDatabase, createTestDatabase, type TestDatabase } from '@fanfare/testing';
import type { Type } from '@nestjs/common';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApi } from '../../apps/api/src/api.app.js';
import { Client } from './client.js';

const WEB_ROOT = fileURLToPath(new URL('../../dist/web', import.meta.url));

export interface App {
  readonly url: string;
  readonly config: Config;
  readonly database: Database;
  readonly transactor: Transactor;
  readonly dispatcher: Dispatcher;
  readonly schedules: Schedules;
  get<T>(type: Type<T>): T;
  /** A visitor; `client.signUp()` and friends make somebody of it. */
  visitor(): Client;
  stop(): Promise<void>;
}

interface Options {
  readonly env?: Record<string, string>;
  /** Serve the built web app too. */
  readonly web?: boolean;
  /** Serve another build in its place. */
  readonly webRoot?: string;
  /** Load the demo communities. */
  readonly seed?: boolean;
  /** Use this database instead of a fresh one (a second process of the same deployment, say). */
  readonly databaseUrl?: string;
}

/** The api from its sources, listening on a port of its own, on a fresh database, delivering events by itself. */
export async function startApp(options: Options = {}): Promise<App> {
  const folder = options.seed && !options.env?.['DATA_DIR'] ? mkdtempSync(join(tmpdir(), 'fanfare-demo-')) : null; // the demo's pictures
  const owned = options.databaseUrl ? null : await (folder ? demoDatabase(folder) : createTestDatabase());
  const port = await freePort();
  const config = loadConfig({
    DATABASE_URL: options.databaseUrl ?? owned!.url,
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    SEED_DEMO: options.seed ? '1' : '0',
    ...(folder ? { DATA_DIR: folder } : {}),
    ...options.env,
  });
  const api = await startApi(config, { webRoot: options.webRoot ?? (options.web ? builtWeb() : undefined) });
  if (options.seed) await seed(api.app);
  const get = <T>(type: Type<T>): T => api.app.get(type, { strict: false });
  return {
    url: config.publicUrl,
    config,
    database: get(Database),
    transactor: get(Transactor),
    dispatcher: get(Dispatcher),
    schedules: get(Schedules),
    get,
    visitor: () => new Client(config.publicUrl, get(Database)),
    stop: async () => {
      await api.close();
      await owned?.drop();
      if (folder) rmSync(folder, { recursive: true });
    },
  };
}

/**
 * A database that holds the demo, and its pictures in a folder. Loading it and telling everybody takes longer than most files
 * of tests: the first of a run does it, the others clone. Beside a server that outlives the run, `startApp` loads it each time.
 */
async function demoDatabase(folder: string): Promise<TestDatabase> {
  const kept = process.env['FANFARE_TEST_FOLDER'];
  if (!kept) return createTestDatabase();
  const pictures = join(kept, 'demo');
  const database = await createPreparedDatabase('demo', async (databaseUrl) => {
    const app = await startApp({ databaseUrl, seed: true, env: { DATA_DIR: pictures } });
    await app.dispatcher.drain();
    await app.stop();
  });
  cpSync(pictures, folder, { recursive: true });
  return database;
}

async function seed(app: { get<T>(type: Type<T>): T }): Promise<void> {
  const { DemoSeeder } = await import('@fanfare/portability');
  await app.get(DemoSeeder as Type<{ seedOnce(): Promise<unknown> }>).seedOnce();
}

function builtWeb(): string {
  if (!existsSync(WEB_ROOT)) throw new Error('The web app is not built: run `npm run build` first.');
  return WEB_ROOT;
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
