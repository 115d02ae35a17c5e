/** What spreadsheets take for the beginning of a formula, also where they skip blanks before it, and in full width. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/;

/**
 * A row of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it: titles are people's own
 * words.
 */
export function csvRow(cells: readonly unknown[]): string {
  return `${cells.map((cell) => quoted(plain(cell))).join(',')}\r\n`;
}

function plain(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'string') return FORMULA.test(cell) ? `'${cell}` : cell;
  return String(cell);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
