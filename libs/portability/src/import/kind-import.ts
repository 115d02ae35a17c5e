import type { ImportSession } from './import-session.js';
import type { CsvRow } from './values.js';

/** A row that was read, and where it stands in its file. */
export interface Line<Row> {
  readonly line: number;
  readonly value: Row;
}

/** Brings the rows of one kind into the database, a batch at a time. */
export interface KindImport<Row> {
  read(row: CsvRow): Row;
  /** Rows that must be written by one connection say the same; all others may be written at the same time. */
  together(row: Row): string;
  /** How much work a row is, as against others of its kind; all are alike when left out. */
  weight?(row: Row): number;
  /** The rows that can be kept; the others are reported. */
  accept?(lines: readonly Line<Row>[]): readonly Line<Row>[];
  /** Makes what the rows refer to, before any of them is written. Changes nothing when it is done again. */
  prepare?(session: ImportSession, lines: readonly Line<Row>[]): Promise<void>;
  /** Writes and counts all of the rows, or throws and has done neither. */
  write(session: ImportSession, lines: readonly Line<Row>[]): Promise<void>;
  /** After the file's last batch. @param writeAll takes rows the whole way once more, however many */
  finish?(session: ImportSession, writeAll: (lines: readonly Line<Row>[]) => Promise<void>): Promise<void>;
}
