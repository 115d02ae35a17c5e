/** Files of texts, as people publish them. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** A file that holds nothing of what was asked for; the message says what. */
export class Unreadable extends Error {}

export interface Rows {
  /** By column name, in lower case; a row that broke off has fewer. */
  readonly rows: readonly Readonly<Record<string, string | undefined>>[];
  /** Lines that no reading made a row of. */
  readonly refused: number;
}

/**
 * Rows of a CSV or TSV file with a header. Line breaks within quotes stay; a quote that stands where none belongs is text; a
 * line that cannot be read is counted and passed over.
 */
export function readRows(path: string): Rows {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const isTabbed = /\.tsv(\.gz)?$/.test(path);
  let refused = 0;
  const rows = parse(text, {
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    delimiter: isTabbed ? '\t' : ',',
    quote: isTabbed ? null : '"',
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: () => void (refused += 1),
  }) as unknown as Record<string, string>[];
  return { rows, refused };
}

/** The first of the columns that a row has. */
export function cell(row: Rows['rows'][number], ...names: readonly string[]): string | undefined {
  for (const name of names) if (row[name] !== undefined) return row[name];
  return undefined;
}
