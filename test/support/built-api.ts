import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { eventually } from './client.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = 'dist/apps/api/src/main.js';

interface Message {
  readonly fanfare: 'progress' | 'ready' | 'fatal';
  readonly message: string;
  readonly [more: string]: unknown;
}

/** The built api as `npm start` runs it: a child process that speaks over the process channel. */
export class BuiltApi {
  readonly messages: Message[] = [];
  /** How it ended, and after how many milliseconds from the last `end`. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; afterMs: number }>;
  output = '';
  private askedToEndAt = 0;

  private constructor(
    readonly url: string,
    readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = once(child, 'exit').then(([code, signal]) => ({ code, signal, afterMs: performance.now() - this.askedToEndAt }) as never);
  }

  /** Spawned; wait for `ready()`. */
  static async spawn(env: Record<string, string>): Promise<BuiltApi> {
    if (!existsSync(`${ROOT}${MAIN}`)) throw new Error('The api is not built: run `npm run build` first.');
    const port = String(await freePort());
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { PATH, HOME, PORT: port, SEED_DEMO: '0', ...env },
    });
    const api = new BuiltApi(`http://127.0.0.1:${port}`, child);
    child.on('message', (message) => api.messages.push(message as Message));
    return api;
  }

  /** The message that says it serves; rejects with what it said when it ends before. */
  async ready(): Promise<Message> {
    for (;;) {
      const found = this.messages.find(({ fanfare }) => fanfare === 'ready');
      if (found) return found;
      const next = await Promise.race([once(this.child, 'message').then(() => null), this.ended]);
      if (next) throw new Error(`Ended with ${next.code ?? next.signal} before it was ready:\n${JSON.stringify(this.messages)}\n${this.output}`);
    }
  }

  /** The status of a page; null when nobody answers. */
  statusOf(path: string): Promise<number | null> {
    return fetch(`${this.url}${path}`).then(({ status }) => status, () => null);
  }

  /** What a visitor is answered. */
  async ask(query: string): Promise<unknown> {
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    return response.json();
  }

  terminate(signal: NodeJS.Signals = 'SIGTERM'): void {
    this.askedToEndAt = performance.now();
    this.child.kill(signal);
  }

  /** As when whoever started it is killed. */
  disconnect(): void {
    this.askedToEndAt = performance.now();
    this.child.disconnect();
  }

  /** For the end of a test. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

/** A question about the community `boots` that waits for its answer until `free` is called. */
export async function slowQuestion(api: BuiltApi, database: DataSource): Promise<{ answer: Promise<unknown>; free: () => Promise<void> }> {
  const runner = database.createQueryRunner();
  await runner.startTransaction();
  await runner.query('LOCK TABLE communities IN ACCESS EXCLUSIVE MODE');
  const answer = api.ask('{ community(slug: "boots") { name } }');
  answer.catch(() => undefined); // whoever awaits it hears of it
  const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await eventually(() => database.query(waiting) as Promise<{ n: number }[]>, ([row]) => row!.n > 0);
  const free = async () => {
    await runner.commitTransaction();
    await runner.release();
  };
  return { answer, free };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
