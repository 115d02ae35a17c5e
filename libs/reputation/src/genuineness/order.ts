/** Sorting by time, of many. */
import { atOnce, inStretches, type Sliced } from './sliced.js';

const DIGIT = 65_536;
const LARGEST = 2 ** 48 - 1;

/**
 * The numbers 0 … length − 1 in the order of their times (seconds, told apart to the millisecond), those of one time as they stand.
 * Linear: counted digit by digit, or turned round when the latest come first, as they are read. What is no time comes first.
 */
export function inOrderOf(time: Float64Array): Int32Array {
  return atOnce(ordering(time));
}

/** The same in slices. */
export function* ordering(time: Float64Array): Sliced<Int32Array> {
  return (yield* falls(time)) ? yield* turnedRound(time) : yield* counted(time);
}

function* falls(time: Float64Array): Sliced<boolean> {
  let rises = time.length === 0 || Number.isNaN(time[0]!);
  yield* inStretches(time.length, (from, to) => {
    for (let i = Math.max(1, from); i < to && !rises; i++) rises = !(time[i]! <= time[i - 1]!);
  });
  return !rises;
}

/** Of times that only fall: from the last to the first, those of one time as they stand. */
function* turnedRound(time: Float64Array): Sliced<Int32Array> {
  const order = new Int32Array(time.length);
  let [at, end] = [0, time.length];
  yield* inStretches(time.length, (_, to) => {
    while (at < to) {
      let begin = end - 1;
      while (begin > 0 && time[begin - 1] === time[begin]) begin--;
      for (let i = begin; i < end; i++) order[at++] = i;
      end = begin;
    }
  });
  return order;
}

function* counted(time: Float64Array): Sliced<Int32Array> {
  const { moment, most } = yield* momentsOf(time);
  let order = new Int32Array(time.length);
  let other = new Int32Array(time.length);
  yield* inStretches(order.length, (from, to) => {
    for (let i = from; i < to; i++) order[i] = i;
  });
  for (let unit = 1; unit <= most; unit *= DIGIT) {
    yield* sortByDigit(moment, unit, order, other);
    [order, other] = [other, order];
  }
  return order;
}

/** Milliseconds since the earliest. */
function* momentsOf(time: Float64Array): Sliced<{ moment: Float64Array; most: number }> {
  let [least, most] = [Infinity, 0];
  yield* inStretches(time.length, (from, to) => {
    for (let i = from; i < to; i++) if (time[i]! < least) least = time[i]!;
  });
  const moment = new Float64Array(time.length);
  yield* inStretches(time.length, (from, to) => {
    for (let i = from; i < to; i++) {
      moment[i] = Math.min(LARGEST, Math.max(0, Math.round((time[i]! - least) * 1000)) || 0);
      if (moment[i]! > most) most = moment[i]!;
    }
  });
  return { moment, most };
}

function* sortByDigit(moment: Float64Array, unit: number, from: Int32Array, to: Int32Array): Sliced<void> {
  const next = new Int32Array(DIGIT + 1);
  const digit = (row: number) => Math.floor(moment[row]! / unit) % DIGIT;
  yield* inStretches(from.length, (begin, end) => {
    for (let i = begin; i < end; i++) next[digit(from[i]!) + 1]!++;
  });
  for (let d = 0; d < DIGIT; d++) next[d + 1]! += next[d]!;
  yield* inStretches(from.length, (begin, end) => {
    for (let i = begin; i < end; i++) to[next[digit(from[i]!)]!++] = from[i]!;
  });
}
