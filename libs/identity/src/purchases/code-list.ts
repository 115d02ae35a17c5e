import { parse } from 'csv-parse/sync';
import { Problem } from '@fanfare/kernel';
import { isGuessable, LONGEST_CODE, plainCode } from './code.js';

/** A line that brings no code, with the reason. Lines count from 1, the header too. */
export interface RefusedLine {
  readonly line: number;
  readonly reason: 'UNREADABLE' | 'TOO_SHORT' | 'TWICE' | 'KNOWN';
}

export interface CodeList {
  /** In the order of the file. */
  readonly codes: readonly { readonly code: string; readonly line: number }[];
  readonly refused: readonly RefusedLine[];
}

interface Line {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

export const LONGEST_FILE = 60_000;

/**
 * Reads codes from a CSV file: those of the column `code`, or of the first where no column is called so. Commas, semicolons
 * and tabs separate alike.
 *
 * @throws Problem `INVALID_INPUT` for what is no CSV
 */
export function readCodes(csv: string): CodeList {
  const lines = linesOf(csv);
  const header = lines[0]?.record.findIndex((cell) => /^codes?$/i.test(cell)) ?? -1;
  const seen = new Set<string>();
  const codes: { code: string; line: number }[] = [];
  const refused: RefusedLine[] = [];
  for (const { record, info } of header >= 0 ? lines.slice(1) : lines) {
    const code = plainCode(record[Math.max(header, 0)] ?? '');
    const reason = refusalOf(code, seen);
    if (reason) refused.push({ line: info.lines, reason });
    else codes.push({ code: code!, line: info.lines });
    if (code) seen.add(code);
  }
  return { codes, refused };
}

function refusalOf(code: string | null, seen: ReadonlySet<string>): RefusedLine['reason'] | null {
  if (code === null || code.length > LONGEST_CODE) return 'UNREADABLE';
  if (seen.has(code)) return 'TWICE';
  return isGuessable(code) ? 'TOO_SHORT' : null;
}

function linesOf(csv: string): Line[] {
  try {
    const options = { bom: true, delimiter: [',', ';', '\t'], info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true };
    return parse(csv, options) as unknown as Line[];
  } catch (error) {
    throw new Problem('INVALID_INPUT', { field: 'csv' }, { cause: error });
  }
}
