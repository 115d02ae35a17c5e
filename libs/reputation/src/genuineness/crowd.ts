/** The votes of a community in the order in which their accounts arrived, so that any stretch of arrivals sums up at once. */
import { type Columns, exposures } from './exposure.js';
import { ordering } from './order.js';
import { inStretches, type Sliced } from './sliced.js';

export interface Crowd {
  /** When whoever has that place arrived, by the first vote. Accounts without a vote have no place. */
  readonly arrival: Float64Array;
  /** Votes of the idea: supportStart[idea] … supportStart[idea + 1] − 1 in the order of arrival. */
  readonly supportStart: Int32Array;
  readonly placeOfSupport: Int32Array;
  readonly rowOfSupport: Int32Array;
  /** Votes of the account at a place: ballotStart[place] … ballotStart[place + 1] − 1. */
  readonly ballotStart: Int32Array;
  readonly ideaOfBallot: Int32Array;
  /** By place: 1 where the account is vouched for. */
  readonly vouched: Uint8Array;
  /** How much the accounts vote. */
  readonly activity: Exposure;
  /** How much of what there was they had to choose from. */
  readonly choice: Exposure;
}

/** In slices. */
export function* crowdOf(votes: Columns): Sliced<Crowd> {
  const { arrival, place } = yield* arrivals(votes);
  const byPlace = yield* grouped(votes.account, (row) => place[votes.account[row]!]!, arrival.length);
  const ideaOfBallot = yield* mapped(byPlace.row.length, (ballot) => votes.idea[byPlace.row[ballot]!]!);
  const byIdea = yield* grouped(ideaOfBallot, (ballot) => ideaOfBallot[ballot]!, votes.ideas); // stable, so that each idea's votes stay in the order of arrival
  const each = yield* exposuresByPlace(votes, place, arrival.length);
  return {
    arrival,
    supportStart: byIdea.start,
    placeOfSupport: yield* mapped(byIdea.row.length, (support) => place[votes.account[byPlace.row[byIdea.row[support]!]!]!]!),
    rowOfSupport: yield* mapped(byIdea.row.length, (support) => byPlace.row[byIdea.row[support]!]!),
    ballotStart: byPlace.start,
    ideaOfBallot,
    vouched: each.vouched,
    activity: yield* Exposure.of(each.activity, each.vouched),
    choice: yield* Exposure.of(each.choice, each.vouched),
  };
}

function* exposuresByPlace(votes: Columns, place: Int32Array, places: number) {
  const [activity, choice, vouched] = [new Float64Array(places), new Float64Array(places), new Uint8Array(places)];
  const exposure = yield* exposures(votes);
  yield* inStretches(votes.account.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const who = votes.account[row]!;
      vouched[place[who]!] = votes.vouched?.[who] ?? 0;
      activity[place[who]!]!++;
      choice[place[who]!] = exposure[who]!;
    }
  });
  return { activity, choice, vouched };
}

/** Who came when: ties by number, so that the order of rows does not matter. */
function* arrivals({ accounts, account, time }: Columns): Sliced<{ arrival: Float64Array; place: Int32Array }> {
  const first = new Float64Array(accounts).fill(Infinity);
  yield* inStretches(account.length, (from, to) => {
    for (let row = from; row < to; row++) first[account[row]!] = Math.min(first[account[row]!]!, time[row]!);
  });
  const order = (yield* ordering(first)).filter((who) => first[who]! < Infinity);
  const place = new Int32Array(accounts).fill(-1);
  const arrival = new Float64Array(order.length);
  yield* inStretches(order.length, (from, to) => {
    for (let at = from; at < to; at++) [place[order[at]!], arrival[at]] = [at, first[order[at]!]!];
  });
  return { arrival, place };
}

/** Row numbers by group, in their order within a group. */
function* grouped({ length }: Int32Array, groupOf: (row: number) => number, groups: number): Sliced<{ start: Int32Array; row: Int32Array }> {
  const start = new Int32Array(groups + 1);
  yield* inStretches(length, (from, to) => {
    for (let i = from; i < to; i++) start[groupOf(i) + 1]!++;
  });
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const next = start.slice(0, groups);
  const row = new Int32Array(length);
  yield* inStretches(length, (from, to) => {
    for (let i = from; i < to; i++) row[next[groupOf(i)]!++] = i;
  });
  return { start, row };
}

function* mapped(length: number, valueAt: (i: number) => number): Sliced<Int32Array> {
  const values = new Int32Array(length);
  yield* inStretches(length, (from, to) => {
    for (let i = from; i < to; i++) values[i] = valueAt(i);
  });
  return values;
}

const CLASSES = 20; // of exposure, each of twice the one before

/** What each account, by place, was exposed to, summed over any stretch of places. */
export class Exposure {
  private readonly before: Float64Array;
  private readonly vouchedBefore: Float64Array;
  private readonly classesBefore: Int32Array;
  private readonly meanOf = new Float64Array(CLASSES);
  private used = 0;

  private constructor(places: number) {
    this.before = new Float64Array(places + 1);
    this.vouchedBefore = new Float64Array(places + 1);
    this.classesBefore = new Int32Array((places + 1) * CLASSES);
  }

  /** In slices. */
  static *of(each: Float64Array, vouched: Uint8Array): Sliced<Exposure> {
    const exposure = new Exposure(each.length);
    const least = each.reduce((min, one) => (one > 0 && one < min ? one : min), Infinity);
    const members = new Float64Array(CLASSES);
    yield* inStretches(each.length, (from, to) => {
      for (let at = from; at < to; at++) exposure.add(at, each[at]!, least, vouched[at]!, members);
    });
    exposure.meanOf.forEach((sum, c) => (exposure.meanOf[c] = sum / Math.max(1, members[c]!)));
    exposure.used = 1 + exposure.meanOf.findLastIndex((mean) => mean > 0);
    return exposure;
  }

  private add(at: number, one: number, least: number, vouched: number, members: Float64Array): void {
    const its = Math.max(0, Math.min(CLASSES - 1, Math.floor(Math.log2(one / least))));
    for (let c = 0; c < CLASSES; c++) this.classesBefore[(at + 1) * CLASSES + c] = this.classesBefore[at * CLASSES + c]! + (c === its ? 1 : 0);
    this.before[at + 1] = this.before[at]! + one;
    this.vouchedBefore[at + 1] = this.vouchedBefore[at]! + (vouched ? one : 0);
    this.meanOf[its]! += one;
    members[its]!++;
  }

  /** The exposure of all who have a place from one to another. */
  between(from: number, to: number): number {
    return this.before[to + 1]! - this.before[from]!;
  }

  /** The same of those among them who are vouched for. */
  ofVouched(from: number, to: number): number {
    return this.vouchedBefore[to + 1]! - this.vouchedBefore[from]!;
  }

  /** What a stretch of places costs in log-likelihood when the odds of an idea of this share are multiplied. */
  prices(share: number, odds: number): (from: number, to: number) => number {
    const price = this.meanOf.map((mean) => Math.log1p(Math.min(0.9, share * mean) * (odds - 1)));
    return (from, to) => {
      let sum = 0;
      for (let c = 0; c < this.used; c++) sum += price[c]! * (this.classesBefore[(to + 1) * CLASSES + c]! - this.classesBefore[from * CLASSES + c]!);
      return sum;
    };
  }
}
