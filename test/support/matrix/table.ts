import type { Outcome } from './operations.js';

/** What codes are called in the table; the others are written as they are. */
const SHORT: Readonly<Record<string, string>> = { SIGN_IN_REQUIRED: 'sign in', NOT_ALLOWED: 'no', NOT_A_MEMBER: 'join', RESTRICTED: 'shut', NOT_FOUND: 'hidden' };

export interface Row {
  readonly name: string;
  readonly cells: readonly Outcome[];
}

/** A Markdown table whose columns stand under each other. */
export function tableOf(head: readonly string[], rows: readonly Row[]): string {
  const lines = [[...head], ...rows.map(({ name, cells }) => [name, ...cells.map((cell) => SHORT[cell] ?? cell)])];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  const written = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
  return [written[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...written.slice(1)].join('\n');
}
