import type { Tx } from '@fanfare/database';
import type { DataSource, QueryRunner } from 'typeorm';

/** One connection of its own for a long piece of work: what is temporary in it stays, and no statement is cut short. */
export class ImportSession {
  private constructor(private readonly runner: QueryRunner) {}

  static async open(source: DataSource): Promise<ImportSession> {
    const runner = source.createQueryRunner();
    await runner.connect();
    await runner.query('SET statement_timeout = 0');
    await runner.query(`SET work_mem = '64MB'`);
    return new ImportSession(runner);
  }

  /** Outside a transaction, statement by statement. */
  get tx(): Tx {
    return this.runner.manager;
  }

  /** One batch, all or nothing. */
  async batch<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
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

  async close(): Promise<void> {
    await this.runner.query('RESET ALL').catch(() => undefined);
    await this.runner.release();
  }
}
