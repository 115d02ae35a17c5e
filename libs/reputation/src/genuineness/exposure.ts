import { ordering } from './order.js';
import { inStretches, type Sliced } from './sliced.js';

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
 * generalized Bradley–Terry models, Annals of Statistics 2004). In slices.
 */
export function* exposures({ accounts, ideas, account, idea, time }: Columns): Sliced<Float64Array> {
  const order = yield* ordering(time);
  const window = yield* windowsOf(ideas, idea, order);
  let attraction = new Float64Array(ideas).fill(1);
  let chance = yield* chancesInOrder(order.length, window, attraction);
  for (let step = 0; step < STEPS; step++) {
    const before = yield* prefixSums(chance);
    attraction = attraction.map((_, i) => (window.count[i] ? window.count[i]! / (before[window.last[i]! + 1]! - before[window.first[i]!]!) : 0));
    chance = yield* chancesInOrder(order.length, window, attraction);
  }
  const exposure = new Float64Array(accounts);
  yield* inStretches(order.length, (from, to) => {
    for (let at = from; at < to; at++) exposure[account[order[at]!]!]! += chance[at]!;
  });
  return exposure;
}

interface Windows {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly count: Int32Array;
}

function* windowsOf(ideas: number, idea: Int32Array, order: Int32Array): Sliced<Windows> {
  const [first, last, count] = [new Int32Array(ideas).fill(-1), new Int32Array(ideas), new Int32Array(ideas)];
  yield* inStretches(order.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const which = idea[order[at]!]!;
      if (first[which] === -1) first[which] = at;
      last[which] = at;
      count[which]!++;
    }
  });
  return { first, last, count };
}

/** At each vote, in the order of time, one over the attraction of all that could be chosen. */
function* chancesInOrder(votes: number, { first, last, count }: Windows, attraction: Float64Array): Sliced<Float64Array> {
  const change = new Float64Array(votes + 1);
  attraction.forEach((each, i) => {
    if (count[i] === 0) return;
    change[first[i]!]! += each;
    change[last[i]! + 1]! -= each;
  });
  const chance = new Float64Array(votes);
  let total = 0;
  yield* inStretches(votes, (from, to) => {
    for (let at = from; at < to; at++) {
      total += change[at]!;
      chance[at] = 1 / Math.max(total, Number.EPSILON);
    }
  });
  return chance;
}

function* prefixSums(values: Float64Array): Sliced<Float64Array> {
  const sums = new Float64Array(values.length + 1);
  yield* inStretches(values.length, (from, to) => {
    for (let i = from; i < to; i++) sums[i + 1] = sums[i]! + values[i]!;
  });
  return sums;
}
