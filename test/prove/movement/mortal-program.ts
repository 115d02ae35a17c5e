import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../api-process.js';

const OUTSIDE = fileURLToPath(new URL('./outside.mjs', import.meta.url));
const START_MS = 120_000;
const LOOK_MS = 250;

/** Kept between two lives: most of coming up is reading programs. */
const COMPILED = fileURLToPath(new URL('../../../dist/.proof-cache', import.meta.url));

/** A built program in a process of its own that is killed and comes back. */
export class MortalProgram {
  /** Megabytes of memory it held at most, in any of its lives. */
  peak = 0;
  kills = 0;
  private child: ChildProcess | null = null;
  private output = '';
  private readonly looking: NodeJS.Timeout;

  /** @param script from the root; @param isUp whether it does its work; @param env what it is told beside the usual */
  constructor(
    readonly name: string,
    private readonly script: string,
    private readonly isUp: (output: string) => Promise<boolean> | boolean,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    this.looking = setInterval(() => this.look(), LOOK_MS);
    this.looking.unref();
  }

  async start(): Promise<void> {
    this.output = '';
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, ['--import', OUTSIDE, this.script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, HOME, SEED_DEMO: '0', NODE_COMPILE_CACHE: COMPILED, ...this.env } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-20_000)));
    this.child = child;
    const deadline = Date.now() + START_MS;
    while (!(await this.isUp(this.output))) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The ${this.name} did not start:\n${this.output}`);
      await delay(25);
    }
  }

  /** kill -9, and a new life. */
  async killAndStart(): Promise<void> {
    this.requireAlive();
    const ended = once(this.child!, 'exit');
    this.child!.kill('SIGKILL');
    await ended;
    this.kills += 1;
    await this.startAgain(3);
  }

  /** As whoever supervises it would: a start that finds the database too busy to answer is tried again. */
  private async startAgain(tries: number): Promise<void> {
    try {
      await this.start();
    } catch (error) {
      this.child?.kill('SIGKILL');
      if (tries === 1) throw error;
      await this.startAgain(tries - 1);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.looking);
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  /** What it complained of in this life. */
  get said(): string {
    return this.output;
  }

  private requireAlive(): void {
    const { exitCode, signalCode } = this.child!;
    if (exitCode !== null || signalCode !== null) throw new Error(`The ${this.name} ended by itself (${exitCode ?? signalCode}):\n${this.output}`);
  }

  private look(): void {
    if (!this.child?.pid) return;
    try {
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))?.[1];
      this.peak = Math.max(this.peak, Math.round(Number(kilobytes ?? 0) / 1024));
    } catch {
      // between two lives, or not on Linux
    }
  }
}

/** The api without a worker inside, on one port for all its lives, and the worker. */
export async function programs(databaseUrl: string, env: Readonly<Record<string, string>>): Promise<{ api: MortalProgram; worker: MortalProgram; url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const shared = { DATABASE_URL: databaseUrl, PUBLIC_URL: url, ...env };
  const answers = () => fetch(`${url}/readyz`).then(({ ok }) => ok, () => false);
  const api = new MortalProgram('api', 'dist/apps/api/src/main.js', answers, { ...shared, PORT: String(port), WORKER: '0' });
  const worker = new MortalProgram('worker', 'dist/apps/worker/src/main.js', (output) => output.includes('delivers events'), shared);
  await api.start(); // it migrates and makes the keys that both share
  await worker.start();
  return { api, worker, url };
}

/** Kills them at moments that nobody planned, after so much work as chance says and however fast it goes, until told to stop. */
export class Killer {
  private stopped = false;
  private readonly done: Promise<void>;

  /** @param random 0..1, seeded; @param done how much is done so far; @param between two kills: from and to */
  constructor(victims: readonly MortalProgram[], random: () => number, done: () => number, between: readonly [number, number]) {
    this.done = this.run(victims, random, done, between);
    this.done.catch(() => undefined); // whoever stops it hears of it
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.done;
  }

  private async run(victims: readonly MortalProgram[], random: () => number, done: () => number, [from, to]: readonly [number, number]): Promise<void> {
    while (!this.stopped) {
      const at = done() + from + random() * (to - from);
      while (!this.stopped && done() < at) await delay(5);
      if (!this.stopped) await victims[Math.floor(random() * victims.length)]!.killAndStart();
    }
  }
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
