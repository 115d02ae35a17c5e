import { AsyncLocalStorage } from 'node:async_hooks';
import { Database, type Tx } from '@fanfare/database';

/**
 * The database as a test looks at it: also from inside a transaction of its own, to see what others see meanwhile. What the
 * rooms themselves are given refuses that.
 */
export class Onlooker extends Database {
  override query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.source.query(sql, parameters as unknown[]);
  }

  override get reader(): Tx {
    return this.source.manager;
  }
}

const outside = AsyncLocalStorage.snapshot();

/** Does what somebody else does meanwhile: a test that holds a transaction open speaks here for another request. */
export function asSomebodyElse<T>(work: () => T): T {
  return outside(work);
}
