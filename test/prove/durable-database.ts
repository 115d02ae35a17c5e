import { createDataSource, migrate } from '@fanfare/database';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { ROOT } from './api-process.js';

interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

// The scripts are checked by a compiler run of their own.
const { ensureDatabase } = (await import(join(ROOT, 'scripts/postgres/index.mjs'))) as {
  ensureDatabase(options: { root: string; dataDir: string }): Promise<Server>;
};
const { isAlive } = (await import(join(ROOT, 'scripts/postgres/server.mjs'))) as { isAlive(pid: number): boolean };

/** A PostgreSQL like the one of `npm start`, that writes through to the disk and can be killed. Same address in every life. */
export class DurableDatabase {
  private constructor(
    private readonly dataDir: string,
    private server: Server,
    private source: DataSource,
  ) {}

  static async start(): Promise<DurableDatabase> {
    const dataDir = mkdtempSync(join(tmpdir(), 'fanfare-fire-'));
    chmodSync(dataDir, 0o755); // else, as root, the data would live elsewhere and outlive the test
    const server: Server = await ensureDatabase({ root: ROOT, dataDir });
    const source = await createDataSource({ url: server.url, poolSize: 4 }).initialize();
    await migrate(source);
    return new DurableDatabase(dataDir, server, source);
  }

  get url(): string {
    return this.server.url;
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.source.query(sql, parameters as unknown[]);
  }

  /** kill -9 of the server and of every process it has, then a new life on the same data. */
  async killAndRestart(): Promise<void> {
    const family = [this.server.pid, ...childrenOf(this.server.pid)];
    for (const pid of family) killQuietly(pid);
    while (family.some((pid) => isAlive(pid))) await delay(10);
    const before = this.server;
    this.server = await ensureDatabase({ root: ROOT, dataDir: this.dataDir });
    if (this.server.url !== before.url) throw new Error('The database came back elsewhere');
  }

  async stop(): Promise<void> {
    await this.source.destroy();
    await this.server.stop();
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number).filter(Boolean);
  } catch {
    return []; // elsewhere than on Linux they end by themselves when the first one is gone
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}
