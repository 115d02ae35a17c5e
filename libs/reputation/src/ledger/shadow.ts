import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@fanfare/database';

type InTransaction = <T>(step: (tx: Tx) => Promise<T>) => Promise<T>;

/** Stands before the table of that name for this connection: who writes there writes here. */
const cover = (table: string) => `CREATE TEMPORARY TABLE ${table} (LIKE public.${table} INCLUDING ALL)`;

/**
 * A connection of its own, on which temporary tables stand before the real ones. They outlive a transaction, so that long
 * work can be done in short ones: a long one would hold up all who read the log below `pg_snapshot_xmin`.
 */
@Injectable()
export class Shadow {
  constructor(private readonly database: Database) {}

  /** The tables are gone afterwards, whatever happens: nobody else may ever get a connection that has them. */
  async of<T>(tables: readonly string[], work: (inTransaction: InTransaction) => Promise<T>): Promise<T> {
    const runner = this.database.source.createQueryRunner();
    const inTransaction: InTransaction = async (step) => {
      await runner.startTransaction();
      try {
        const result = await step(runner.manager);
        await runner.commitTransaction();
        return result;
      } catch (error) {
        await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    };
    try {
      for (const table of tables) await runner.query(cover(table));
      return await work(inTransaction);
    } finally {
      await runner.query('DISCARD TEMP').catch(() => undefined); // refused by a dead connection only, whose tables died with it
      await runner.release();
    }
  }
}
