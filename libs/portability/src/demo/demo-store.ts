import type { Tx } from '@fanfare/database';

/** A column's values, one for each row. */
export type Column = readonly [name: string, type: string, values: readonly unknown[]];

/** Inserts many rows by one statement. Names and types are ours, never a person's. */
export async function insertAll(tx: Tx, table: string, columns: readonly Column[]): Promise<void> {
  const names = columns.map(([name]) => name).join(', ');
  const arrays = columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ');
  await tx.query(`INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays})`, columns.map(([, , values]) => values));
}
