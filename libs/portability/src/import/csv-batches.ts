import { CsvError, parse } from 'csv-parse';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { CsvRow } from './values.js';

export interface CsvBatch {
  readonly rows: readonly { readonly line: number; readonly row: CsvRow }[];
  /** Lines that are no CSV, with what the parser says. */
  readonly broken: readonly { readonly line: number; readonly why: string }[];
  readonly columns: readonly string[];
  readonly bytesRead: number;
}

export async function fileSize(path: string): Promise<number> {
  return existsSync(path) ? (await stat(path)).size : 0;
}

/** Reads a file with a header row as a stream, some rows at a time. Rows of the wrong width are read as far as they go. */
export async function* csvBatches(path: string, size: number): AsyncGenerator<CsvBatch> {
  let columns: string[] = [];
  let broken: { line: number; why: string }[] = [];
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 10_000_000,
      skip_records_with_error: true,
      on_skip: (error) => void broken.push({ line: error instanceof CsvError ? Number(error['lines'] ?? 0) : 0, why: error?.message ?? 'unreadable' }),
    }),
  );
  let rows: { line: number; row: CsvRow }[] = [];
  const batch = (): CsvBatch => {
    const done = { rows, broken, columns, bytesRead: parser.info.bytes };
    rows = [];
    broken = [];
    return done;
  };
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (columns.length === 0) columns = record.map((name) => name.trim().toLowerCase());
    else if (rows.push({ line: info.lines, row: rowOf(columns, record) }) >= size) yield batch();
  }
  if (rows.length > 0 || broken.length > 0 || columns.length > 0) yield batch();
}

/** By column name, a little quicker than the parser's own way of doing it. */
function rowOf(columns: readonly string[], record: readonly string[]): CsvRow {
  const row: Record<string, string> = {};
  for (let at = 0; at < record.length && at < columns.length; at += 1) row[columns[at]!] = record[at]!;
  return row;
}
