/** Files of lines and cells, as people publish them. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export type Line = readonly string[];

export interface Table {
  readonly lines: readonly Line[];
  /** The first line, when none of its cells is a number and those below have some. */
  readonly header: Line | null;
}

/**
 * Lines of cells between commas, semicolons, tabs or blanks, whichever the first line has, quoted or not; lines that begin with
 * # or % are remarks. Files whose names end in .gz are unpacked.
 */
export function tableOf(path: string): Table {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  const lines = text.split(/\r?\n|\r/).filter((line) => line.trim() !== '' && !/^\s*[#%]/.test(line));
  const between = [',', ';', '\t'].find((mark) => lines[0]?.includes(mark));
  const all = lines.map((line) => cellsOf(line, between));
  const [first, second] = all;
  const isHeader = first !== undefined && !first.some(isNumber) && (second?.some(isNumber) ?? false);
  return isHeader ? { header: first, lines: all.slice(1) } : { header: null, lines: all };
}

const isNumber = (cell: string) => cell !== '' && Number.isFinite(Number(cell));

function cellsOf(line: string, between: string | undefined): string[] {
  if (between === undefined) return line.trim().split(/\s+/).map(bare);
  if (!line.includes('"')) return line.split(between).map(bare);
  const cells = [''];
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === between && !quoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells.map(bare);
}

const bare = (cell: string) => cell.trim().replace(/^(["'])(.*)\1$/, '$2');

/**
 * Where the header has the columns, each the first whose name fits; nothing when it lacks one of the needed. A column that is not
 * found is where no cell is.
 */
export function columnsNamed<Name extends string>(table: Table, names: Record<Name, RegExp>, needed: readonly Name[]): Partial<Record<Name, number>> {
  const { header } = table;
  if (!header) return {};
  const entries = Object.entries(names) as [Name, RegExp][];
  const found = entries.map(([name, pattern]) => [name, header.findIndex((cell) => pattern.test(cell))] as const);
  if (needed.some((name) => found.some(([one, at]) => one === name && at === -1))) return {};
  return Object.fromEntries(found) as Partial<Record<Name, number>>;
}
