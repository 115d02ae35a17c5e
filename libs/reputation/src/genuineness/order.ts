/** Sorting by time, of many. */

const DIGIT = 65_536;
const LARGEST = 2 ** 48 - 1;

/**
 * The numbers 0 … length − 1 in the order of their times (seconds, told apart to the millisecond), those of one time as they stand.
 * Linear: counted digit by digit, or turned round when the latest come first, as they are read. What is no time comes first.
 */
export function inOrderOf(time: Float64Array): Int32Array {
  return falls(time) ? turnedRound(time) : counted(time);
}

function falls(time: Float64Array): boolean {
  for (let i = 1; i < time.length; i++) if (!(time[i]! <= time[i - 1]!)) return false;
  return time.length > 0 && !Number.isNaN(time[0]!);
}

/** Of times that only fall: from the last to the first, those of one time as they stand. */
function turnedRound(time: Float64Array): Int32Array {
  const order = new Int32Array(time.length);
  let at = 0;
  for (let end = time.length; end > 0; ) {
    let begin = end - 1;
    while (begin > 0 && time[begin - 1] === time[begin]) begin--;
    for (let i = begin; i < end; i++) order[at++] = i;
    end = begin;
  }
  return order;
}

function counted(time: Float64Array): Int32Array {
  const least = time.reduce((min, one) => (one < min ? one : min), Infinity);
  const moment = time.map((one) => Math.min(LARGEST, Math.max(0, Math.round((one - least) * 1000)) || 0));
  const most = moment.reduce((max, one) => Math.max(max, one), 0);
  let order = new Int32Array(time.length).map((_, i) => i);
  let other = new Int32Array(time.length);
  for (let unit = 1; unit <= most; unit *= DIGIT) {
    sortByDigit(moment, unit, order, other);
    [order, other] = [other, order];
  }
  return order;
}

function sortByDigit(moment: Float64Array, unit: number, from: Int32Array, to: Int32Array): void {
  const next = new Int32Array(DIGIT + 1);
  const digit = (row: number) => Math.floor(moment[row]! / unit) % DIGIT;
  for (let i = 0; i < from.length; i++) next[digit(from[i]!) + 1]!++;
  for (let d = 0; d < DIGIT; d++) next[d + 1]! += next[d]!;
  for (let i = 0; i < from.length; i++) to[next[digit(from[i]!)]!++] = from[i]!;
}
