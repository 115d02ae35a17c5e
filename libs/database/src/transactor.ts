import { Injectable } from '@nestjs/common';
import { Problem } from '@fanfare/kernel';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Tx } from './database.js';
import { isConnectionLost, isRetryable } from './errors.js';

const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 5;

type CommitListener = (tx: Tx) => void;

/**
 * The only way to open a transaction. The callback may run several times: make ids before, call no network inside,
 * throw to roll back (a returned value commits).
 */
@Injectable()
export class Transactor {
  private readonly listeners = new Set<CommitListener>();

  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in one READ COMMITTED transaction; repeats it on serialization failures and deadlocks only.
   *
   * @throws Problem `UNKNOWN_OUTCOME` when the connection was lost at COMMIT and the server cannot say what became of it.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt >= MOST_TRIES || !isRetryable(error)) throw error;
        await pause(attempt);
      }
    }
  }

  /** Calls back after each commit of this process, with the transaction that is over. */
  onCommit(listener: CommitListener): void {
    this.listeners.add(listener);
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      const result = await rollingBack(runner, () => work(runner.manager));
      await this.commit(runner);
      for (const listener of this.listeners) listener(runner.manager);
      return result;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  private async commit(runner: QueryRunner): Promise<void> {
    const [row] = (await runner.query('SELECT pg_current_xact_id_if_assigned()::text AS xid')) as { xid: string | null }[];
    try {
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      if (!isConnectionLost(error) || !row?.xid) throw error;
      await this.settle(row.xid, error);
    }
  }

  /** After a connection lost at COMMIT: quiet when it committed, throws otherwise. Never repeats the work. */
  private async settle(xid: string, cause: unknown): Promise<void> {
    const status = await this.statusOf(xid);
    if (status === 'committed') return;
    if (status === 'aborted') throw new Problem('TEMPORARILY_UNAVAILABLE', {}, { cause });
    throw new Problem('UNKNOWN_OUTCOME', {}, { cause });
  }

  private async statusOf(xid: string): Promise<string | null> {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      try {
        const [row] = (await this.source.query('SELECT pg_xact_status($1::xid8) AS status', [xid])) as { status: string | null }[];
        if (row?.status !== 'in progress') return row?.status ?? null;
      } catch {
        // the server may be restarting: ask again
      }
      await pause(attempt + 3);
    }
    return null;
  }
}

async function rollingBack<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

function pause(attempt: number): Promise<void> {
  const milliseconds = FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
