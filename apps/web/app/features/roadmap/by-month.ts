/** Entries under the month (UTC) in which they were made, as YYYY-MM, in the order given. */
export function byMonth<Entry extends { at: string }>(entries: readonly Entry[]): { month: string; entries: Entry[] }[] {
  const months = new Map<string, Entry[]>();
  for (const entry of entries) {
    const month = new Date(entry.at).toISOString().slice(0, 7);
    const known = months.get(month);
    if (known) known.push(entry);
    else months.set(month, [entry]);
  }
  return [...months].map(([month, inMonth]) => ({ month, entries: inMonth }));
}
