import type { ImportSession } from './import-session.js';
import type { CsvRow } from './values.js';

/** Brings the rows of one kind into the database, a batch at a time. */
export interface KindImport<Row> {
  read(row: CsvRow): Row;
  write(session: ImportSession, rows: readonly { readonly line: number; readonly value: Row }[]): Promise<void>;
  /** After the file's last batch. */
  finish?(session: ImportSession): Promise<void>;
}
