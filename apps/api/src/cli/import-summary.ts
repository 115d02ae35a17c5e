import type { Summary } from '@fanfare/portability';

/** What became of the rows, for the person at the terminal. */
export function printSummary(summary: Summary, seconds: number): void {
  for (const [kind, counts] of Object.entries(summary.kinds)) {
    const parts = [`${number(counts.added)} added`, `${number(counts.known)} known already`];
    if (counts.superseded > 0) parts.push(`${number(counts.superseded)} replaced by a later one or no vote`);
    if (counts.refused > 0) parts.push(`${number(counts.refused)} refused`);
    console.log(`${kind.padEnd(9)} ${number(counts.read).padStart(9)} rows: ${parts.join(', ')}`);
  }
  for (const [reason, count] of summary.refusals) console.log(`refused   ${reason}: ${number(count)}`);
  for (const [what, count] of summary.mended) console.log(`mended    ${what}: ${number(count)}`);
  for (const [kind, columns] of summary.unusedColumns) if (columns.length > 0) console.log(`unused    ${kind}: ${columns.join(', ')}`);
  if (summary.hasReport) console.log(`report    ${summary.reportPath}`);
  console.log(`total     ${number(summary.rows)} rows in ${seconds.toFixed(1)} s, ${number(Math.round(summary.rows / seconds))} rows a second`);
}

function number(value: number): string {
  return value.toLocaleString('en');
}
