import type { Database } from '@fanfare/database';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../api-process.js';

const SCRIPT = fileURLToPath(new URL('./ledger-process.mjs', import.meta.url));

/** A transaction of theirs that holds the ledger now. */
const AT_WORK = `SELECT FROM pg_stat_activity WHERE application_name = 'ledger of a proof' AND datname = current_database() AND backend_xid IS NOT NULL`;

/** Processes that read the ledger, four readers each; one of them is killed with -9 now and then, and another takes its place. */
export class LedgerWorkers {
  kills = 0;
  /** Kills while a transaction of theirs was open. */
  interrupted = 0;
  readonly failures: string[] = [];
  private children: ChildProcess[] = [];
  private ended = false;
  private killing: Promise<void> | null = null;

  private constructor(
    private readonly url: string,
    private readonly database: Database,
  ) {}

  static async start(url: string, database: Database, processes: number): Promise<LedgerWorkers> {
    const workers = new LedgerWorkers(url, database);
    for (let n = 0; n < processes; n += 1) workers.children.push(await workers.spawn());
    return workers;
  }

  /** From now on they die. */
  beginToDie(): void {
    this.killing = this.killAgainAndAgain();
  }

  /** From now on they live. */
  async stay(): Promise<void> {
    this.ended = true;
    await this.killing;
  }

  async stop(): Promise<void> {
    await this.stay();
    for (const child of this.children) await kill(child);
  }

  private async killAgainAndAgain(): Promise<void> {
    while (!this.ended) {
      await delay(500 + Math.random() * 2_000);
      const deadline = Date.now() + 5_000;
      let working = false;
      while (!working && Date.now() < deadline && !this.ended) working = (await this.database.query(AT_WORK)).length > 0;
      await kill(this.children.shift()!);
      this.kills += 1;
      if (working) this.interrupted += 1;
      this.children.push(await this.spawn());
    }
  }

  private async spawn(): Promise<ChildProcess> {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, DATABASE_URL: this.url, PUBLIC_URL: 'https://fans.example', SEED_DEMO: '0', DATABASE_POOL: '6' };
    const child = spawn(process.execPath, [SCRIPT], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
    child.on('message', (message: unknown) => {
      if (typeof message === 'object' && message && 'failed' in message) this.failures.push(String(message.failed));
    });
    const died = once(child, 'exit').then(() => Promise.reject(new Error('The reader of the ledger ended by itself')));
    await Promise.race([once(child, 'message'), died]);
    died.catch(() => undefined);
    return child;
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
