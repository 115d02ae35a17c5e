/**
 * EigenTrust (Kamvar, Schlosser, Garcia-Molina, WWW 2003): the trust an account receives is what those who trust it
 * have, each sharing out its own in proportion to its positive ratings; a part always returns to whom all trust first.
 */
import type { Interactions } from './interactions.js';

export interface EigenTrustOptions {
  /** The share that returns to `first` in each step. */
  readonly restart?: number;
  readonly steps?: number;
  /** Whom everybody trusts first; all accounts alike when nobody is named. */
  readonly first?: readonly number[];
}

/** Shares of trust, multiplied by the number of accounts: 1 is an even share. Negative ratings give nothing. */
export function eigenTrust(ratings: Interactions, { restart = 0.15, steps = 50, first = [] }: EigenTrustOptions = {}): Float64Array {
  const { accounts, from, to, value } = ratings;
  const given = new Float64Array(accounts);
  for (let i = 0; i < from.length; i++) given[from[i]!]! += Math.max(0, value[i]!);
  const home = homeOf(accounts, first);
  let trust = home.slice();
  for (let step = 0; step < steps; step++) {
    const next = new Float64Array(accounts);
    let idle = 0;
    for (let i = 0; i < accounts; i++) if (given[i] === 0) idle += trust[i]!;
    for (let i = 0; i < from.length; i++) {
      if (value[i]! > 0) next[to[i]!]! += (trust[from[i]!]! * value[i]!) / given[from[i]!]!;
    }
    for (let i = 0; i < accounts; i++) next[i] = (1 - restart) * (next[i]! + idle * home[i]!) + restart * home[i]!;
    trust = next;
  }
  return trust.map((share) => share * accounts);
}

function homeOf(accounts: number, first: readonly number[]): Float64Array {
  const home = new Float64Array(accounts);
  if (first.length === 0) return home.fill(1 / accounts);
  for (const account of first) home[account]! += 1 / first.length;
  return home;
}
