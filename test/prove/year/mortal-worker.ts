import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../api-process.js';

const SCRIPT = fileURLToPath(new URL('./simulated-worker.mjs', import.meta.url));
/**
 * A life between two deaths, in terms of what the birth took: long enough to end something, short enough to be in the middle
 * of the next, on a machine that is busy too.
 */
const SHORTEST_LIFE = 0.3;
const LONGEST_LIFE = 3;

interface Surroundings {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly clockFile: string;
  readonly mode?: 'careless';
  /** Whether this worker's server is in the middle of a transaction now. */
  readonly isAtWork: () => Promise<boolean>;
}

/** A worker that is killed with -9 again and again, and comes back, until it is told to stay. */
export class MortalWorker {
  /** How often it was killed, and how often in the middle of a transaction. */
  kills = 0;
  interrupted = 0;
  private child: ChildProcess | null = null;
  private dying: Promise<void> | null = null;
  private mayDie = true;

  constructor(private readonly surroundings: Surroundings) {}

  /** Begins to live and die. */
  begin(): void {
    this.dying = this.liveAndDie();
  }

  /** From now on it lives. */
  async stay(): Promise<void> {
    this.mayDie = false;
    await this.dying;
  }

  async stop(): Promise<void> {
    this.mayDie = false;
    await this.dying?.catch(() => undefined);
    await this.kill();
  }

  private async liveAndDie(): Promise<void> {
    for (;;) {
      const began = performance.now();
      await this.start();
      if (!this.mayDie) return;
      await this.aMoment(performance.now() - began);
      if (!this.mayDie) return;
      if (await this.surroundings.isAtWork().catch(() => false)) this.interrupted += 1;
      await this.kill();
      this.kills += 1;
    }
  }

  /** Some time, and then the next moment in which it does something. */
  private async aMoment(birthMs: number): Promise<void> {
    const end = Date.now() + birthMs * (SHORTEST_LIFE + Math.random() * (LONGEST_LIFE - SHORTEST_LIFE));
    while (this.mayDie && Date.now() < end) await delay(50);
    const deadline = Date.now() + birthMs;
    while (this.mayDie && Date.now() < deadline && !(await this.surroundings.isAtWork().catch(() => false))) await delay(10);
  }

  private async start(): Promise<void> {
    const { databaseUrl, smtpUrl, clockFile, mode } = this.surroundings;
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, [SCRIPT, clockFile, ...(mode ? [mode] : [])], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH, HOME, DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, PUBLIC_URL: 'https://fans.example', SEED_DEMO: '0', DATABASE_POOL: '6' },
    });
    const ended = once(this.child, 'exit').then(() => Promise.reject(new Error('The worker ended by itself')));
    await Promise.race([once(this.child, 'message'), ended]);
    ended.catch(() => undefined);
  }

  private async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
