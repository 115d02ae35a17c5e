import { isRetryable, type Tx } from '@fanfare/database';
import type { DataSource, QueryRunner } from 'typeorm';

const MOST_TRIES = 4;

/** One connection of its own for a long piece of work: what is temporary in it stays, and no statement is cut short. */
export class ImportSession {
  private constructor(private readonly runner: QueryRunner) {}

  static async open(source: DataSource): Promise<ImportSession> {
    const runner = source.createQueryRunner();
    await runner.connect();
    await runner.query('SET statement_timeout = 0');
    await runner.query(`SET work_mem = '64MB'`);
    // No batch waits for the disk. The log is written in order and a second run completes what a crash cut off, so all that
    // is asked of the disk is the event at the very end, whose commit is an ordinary one: with it everything before lasts.
    await runner.query('SET synchronous_commit = off');
    return new ImportSession(runner);
  }

  /** Outside a transaction, statement by statement. */
  get tx(): Tx {
    return this.runner.manager;
  }

  /** One batch, all or nothing; once more when it lost a race against others who write. */
  async batch<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt >= MOST_TRIES || !isRetryable(error)) throw error;
      }
    }
  }

  async close(): Promise<void> {
    await this.runner.query('RESET ALL').catch(() => undefined);
    await this.runner.release();
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    await this.runner.startTransaction();
    try {
      const result = await work(this.runner.manager);
      await this.runner.commitTransaction();
      return result;
    } catch (error) {
      await this.runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }
}
