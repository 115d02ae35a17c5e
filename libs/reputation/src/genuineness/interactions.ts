/**
 * Who did what to whom: one row an interaction, in columns of numbers, so that ten million fit in 240 MB.
 * Accounts are numbered from 0; whoever calls keeps the way back to their ids.
 */
export interface Interactions {
  /** How many accounts there are; every entry of `from` and `to` is smaller. */
  readonly accounts: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** −1 (distrust) to 1 (trust). */
  readonly value: Float32Array;
  /** Seconds since some beginning. */
  readonly time: Float64Array;
}

/** The interactions whose row number passes; accounts keep their numbers. */
export function interactionsWhere(all: Interactions, keep: (row: number) => boolean): Interactions {
  const rows = Int32Array.from(all.from.keys()).filter(keep);
  return {
    accounts: all.accounts,
    from: rows.map((row) => all.from[row]!),
    to: rows.map((row) => all.to[row]!),
    value: Float32Array.from(rows, (row) => all.value[row]!),
    time: Float64Array.from(rows, (row) => all.time[row]!),
  };
}

/** How often each account appears in a column. */
export function countsOf(column: Int32Array, accounts: number): Int32Array {
  const counts = new Int32Array(accounts);
  for (const account of column) counts[account]!++;
  return counts;
}

/** 0..1 from log-odds. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
