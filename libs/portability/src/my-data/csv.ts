/**
 * A row of RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it: text of other people
 * is in there too.
 */
export function csvRow(cells: readonly unknown[]): string {
  return `${cells.map((cell) => quoted(plain(cell))).join(',')}\r\n`;
}

function plain(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'string') return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
