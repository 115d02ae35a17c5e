import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { requireNoTransaction } from './inside-transaction.js';

/** A transaction, or anything else that can run SQL. */
export type Tx = EntityManager;

/** Reads outside a transaction, by plain SQL. Inside of one, everything goes through its `Tx`. */
@Injectable()
export class Database {
  constructor(readonly source: DataSource) {}

  /** Rows of a statement; bigint arrives as text, so cast counts with `::int`. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    requireNoTransaction();
    return this.source.query(sql, parameters as unknown[]);
  }

  /** Runs outside any transaction with TypeORM's manager, for operations that take a `Tx` but only read. */
  get reader(): Tx {
    requireNoTransaction();
    return this.source.manager;
  }
}

/** Rows of a statement inside a transaction. INSERT, UPDATE and DELETE answer the rows of their RETURNING clause. */
export async function rowsOf<Row>(tx: Tx, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const result: unknown = await tx.query(sql, parameters as unknown[]);
  if (!Array.isArray(result)) return [];
  // TypeORM answers [rows, count] for UPDATE and DELETE, and rows for everything else.
  const isPair = result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
  return (isPair ? result[0] : result) as Row[];
}
