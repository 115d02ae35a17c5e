import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../api-process.js';

/** What a process used since it was asked before. */
export interface Use {
  /** Seconds. */
  readonly processor: number;
  /** The longest time in milliseconds in which it could do nothing else. */
  readonly longestPause: number;
  /** Megabytes it held at most since it began. */
  readonly peak: number;
}

const WATCH = fileURLToPath(new URL('./watch.mjs', import.meta.url));

/** The built worker as deployments run it, in a process of its own with so much memory for its objects and no more. */
export class WatchedWorker {
  private output = '';

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Ready, and what it used to become so forgotten. */
  static async start(databaseUrl: string, heapMegabytes: number): Promise<WatchedWorker> {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, '--import', WATCH, 'dist/apps/worker/src/main.js'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { PATH, HOME, DATABASE_URL: databaseUrl, SEED_DEMO: '0' },
    });
    const worker = new WatchedWorker(child);
    while (!worker.output.includes('delivers events')) {
      worker.requireAlive();
      await delay(20);
    }
    await worker.use();
    return worker;
  }

  /** @throws when it has ended, as a process does that needs more memory than it may have */
  async use(): Promise<Use> {
    this.requireAlive();
    this.child.send('use?');
    const [answer] = (await Promise.race([once(this.child, 'message'), once(this.child, 'exit').then(() => [])])) as [Use?];
    this.requireAlive();
    return answer!;
  }

  requireAlive(): void {
    const { exitCode, signalCode } = this.child;
    if (exitCode !== null || signalCode !== null) throw new Error(`The worker ended (${exitCode ?? signalCode}):\n${this.output.slice(-4_000)}`);
  }

  /** What it complained of. */
  get said(): string {
    return this.output;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
