import { Injectable } from '@nestjs/common';
import { Problem } from '@fanfare/kernel';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Tx } from './database.js';
import { isConnectionLost, isRetryable } from './errors.js';
import { insideTransaction } from './inside-transaction.js';

const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 5;

type CommitListener = (tx: Tx) => void;
type RollbackListener = (error: unknown) => Promise<void>;

/**
 * The only way to open a transaction. The callback may run several times: make ids before, call no network inside,
 * throw to roll back (a returned value commits).
 */
@Injectable()
export class Transactor {
  private readonly listeners = new Set<CommitListener>();
  private readonly rollbackListeners = new Set<RollbackListener>();
  private readonly witnesses = new WeakMap<Tx, string>();

  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in one READ COMMITTED transaction; repeats it on serialization failures and deadlocks only.
   *
   * @throws Problem `TEMPORARILY_UNAVAILABLE` when the connection was lost and nothing was written; `UNKNOWN_OUTCOME` when
   *   it was lost at COMMIT and the server cannot say what became of it.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt < MOST_TRIES && isRetryable(error)) await pause(attempt);
        else throw await this.told(error);
      }
    }
  }

  /** Calls back after each commit of this process, with the transaction that is over. */
  onCommit(listener: CommitListener): void {
    this.listeners.add(listener);
  }

  /**
   * Calls back with what rolled a transaction of this process back, once it is over and its connection is free; whoever ran it
   * waits. For what must outlive the roll-back. A listener does not throw.
   */
  onRollback(listener: RollbackListener): void {
    this.rollbackListeners.add(listener);
  }

  /**
   * Names an event that the transaction has written. After a connection lost at COMMIT its row is the proof: a server that
   * crashed may give the transaction's id to another one, so that its word alone proves nothing.
   */
  witness(tx: Tx, eventId: string): void {
    this.witnesses.set(tx, eventId);
  }

  private async told(error: unknown): Promise<unknown> {
    for (const listener of this.rollbackListeners) await listener(error);
    return error;
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction(); // READ COMMITTED, see createDataSource
      const result = await rollingBack(runner, () => insideTransaction(() => work(runner.manager)));
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
      await this.settle(row.xid, this.witnesses.get(runner.manager) ?? null, error);
    }
  }

  /** After a connection lost at COMMIT: quiet when it committed, throws otherwise. Never repeats the work. */
  private async settle(xid: string, witness: string | null, cause: unknown): Promise<void> {
    const status = await this.statusOf(xid);
    if (status === 'aborted') throw new Problem('TEMPORARILY_UNAVAILABLE', {}, { cause });
    if (status === 'committed' && witness !== null && (await this.exists(witness))) return;
    throw new Problem('UNKNOWN_OUTCOME', {}, { cause });
  }

  private async exists(eventId: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query('SELECT 1 FROM events WHERE id = $1', [eventId]);
    return rows.length > 0;
  }

  /** An id that the server has not given out yet belongs to what a crash undid. */
  private async statusOf(xid: string): Promise<string | null> {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      try {
        const [row] = (await this.source.query('SELECT pg_xact_status($1::xid8) AS status', [xid])) as { status: string | null }[];
        if (row?.status !== 'in progress') return row?.status ?? null;
      } catch (error) {
        if (/is in the future/.test((error as Error).message)) return 'aborted';
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
