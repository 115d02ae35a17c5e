import { inOrderOf } from './order.js';

/** One support a row, in columns. */
export interface Columns {
  readonly accounts: number;
  readonly ideas: number;
  readonly account: Int32Array;
  readonly idea: Int32Array;
  /** Seconds. */
  readonly time: Float64Array;
  /** 1 for accounts whose identity is more than an address. */
  readonly vouched?: Uint8Array;
}

const STEPS = 5; // towards the attractions; more change nothing that matters

/**
 * How many chances each account had to support an idea of attraction 1. A vote is a choice among the ideas that were
 * there (from their first vote to their last), each as likely as its attraction; so a vote cast when ten ideas existed is
 * more exposure to each than one cast when there were a thousand. Attractions by the MM steps of Hunter (MM algorithms for
 * generalized Bradley–Terry models, Annals of Statistics 2004).
 */
export function exposures({ accounts, ideas, account, idea, time }: Columns): Float64Array {
  const order = inOrderOf(time);
  const window = windowsOf(ideas, idea, order);
  let attraction = new Float64Array(ideas).fill(1);
  let chance = chancesInOrder(order.length, window, attraction);
  for (let step = 0; step < STEPS; step++) {
    const before = prefixSums(chance);
    attraction = attraction.map((_, i) => (window.count[i] ? window.count[i]! / (before[window.last[i]! + 1]! - before[window.first[i]!]!) : 0));
    chance = chancesInOrder(order.length, window, attraction);
  }
  const exposure = new Float64Array(accounts);
  order.forEach((row, at) => (exposure[account[row]!]! += chance[at]!));
  return exposure;
}

interface Windows {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly count: Int32Array;
}

function windowsOf(ideas: number, idea: Int32Array, order: Int32Array): Windows {
  const [first, last, count] = [new Int32Array(ideas).fill(-1), new Int32Array(ideas), new Int32Array(ideas)];
  order.forEach((row, at) => {
    const which = idea[row]!;
    if (first[which] === -1) first[which] = at;
    last[which] = at;
    count[which]!++;
  });
  return { first, last, count };
}

/** At each vote, in the order of time, one over the attraction of all that could be chosen. */
function chancesInOrder(votes: number, { first, last, count }: Windows, attraction: Float64Array): Float64Array {
  const change = new Float64Array(votes + 1);
  attraction.forEach((each, i) => {
    if (count[i] === 0) return;
    change[first[i]!]! += each;
    change[last[i]! + 1]! -= each;
  });
  return prefixSums(change).slice(1, votes + 1).map((total) => 1 / Math.max(total, Number.EPSILON));
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => (sums[i + 1] = sums[i]! + value));
  return sums;
}
