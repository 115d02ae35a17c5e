/** The votes of a community in the order in which their accounts arrived, so that any stretch of arrivals sums up at once. */
import { type Columns, exposures } from './exposure.js';
import { inOrderOf } from './order.js';

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

export function crowdOf(votes: Columns): Crowd {
  const { arrival, place } = arrivals(votes);
  const byPlace = grouped(votes.account.map((who) => place[who]!), arrival.length);
  const ideaOfBallot = byPlace.row.map((row) => votes.idea[row]!);
  const byIdea = grouped(ideaOfBallot, votes.ideas); // stable, so that each idea's votes stay in the order of arrival
  const activity = new Float64Array(arrival.length);
  const choice = new Float64Array(arrival.length);
  const exposure = exposures(votes);
  const vouched = new Uint8Array(arrival.length);
  votes.account.forEach((who) => {
    vouched[place[who]!] = votes.vouched?.[who] ?? 0;
    activity[place[who]!]!++;
    choice[place[who]!] = exposure[who]!;
  });
  return {
    arrival,
    supportStart: byIdea.start,
    placeOfSupport: byIdea.row.map((ballot) => place[votes.account[byPlace.row[ballot]!]!]!),
    rowOfSupport: byIdea.row.map((ballot) => byPlace.row[ballot]!),
    ballotStart: byPlace.start,
    ideaOfBallot,
    vouched,
    activity: new Exposure(activity, vouched),
    choice: new Exposure(choice, vouched),
  };
}

/** Who came when: ties by number, so that the order of rows does not matter. */
function arrivals({ accounts, account, time }: Columns): { arrival: Float64Array; place: Int32Array } {
  const first = new Float64Array(accounts).fill(Infinity);
  for (let row = 0; row < account.length; row++) first[account[row]!] = Math.min(first[account[row]!]!, time[row]!);
  const order = inOrderOf(first).filter((who) => first[who]! < Infinity);
  const place = new Int32Array(accounts).fill(-1);
  order.forEach((who, at) => (place[who] = at));
  return { arrival: new Float64Array(order.length).map((_, at) => first[order[at]!]!), place };
}

/** Row numbers by group, in their order within a group. */
function grouped(group: Int32Array, groups: number): { start: Int32Array; row: Int32Array } {
  const start = new Int32Array(groups + 1);
  for (const g of group) start[g + 1]!++;
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const next = start.slice(0, groups);
  const row = new Int32Array(group.length);
  group.forEach((g, i) => (row[next[g]!++] = i));
  return { start, row };
}

const CLASSES = 20; // of exposure, each of twice the one before

/** What each account, by place, was exposed to, summed over any stretch of places. */
export class Exposure {
  private readonly before: Float64Array;
  private readonly vouchedBefore: Float64Array;
  private readonly classesBefore: Int32Array;
  private readonly meanOf = new Float64Array(CLASSES);
  private readonly used: number;

  constructor(each: Float64Array, vouched: Uint8Array) {
    const least = each.reduce((min, one) => (one > 0 && one < min ? one : min), Infinity);
    const members = new Float64Array(CLASSES);
    this.before = new Float64Array(each.length + 1);
    this.vouchedBefore = new Float64Array(each.length + 1);
    this.classesBefore = new Int32Array((each.length + 1) * CLASSES);
    each.forEach((one, at) => {
      const its = Math.max(0, Math.min(CLASSES - 1, Math.floor(Math.log2(one / least))));
      for (let c = 0; c < CLASSES; c++) this.classesBefore[(at + 1) * CLASSES + c] = this.classesBefore[at * CLASSES + c]! + (c === its ? 1 : 0);
      this.before[at + 1] = this.before[at]! + one;
      this.vouchedBefore[at + 1] = this.vouchedBefore[at]! + (vouched[at] ? one : 0);
      this.meanOf[its]! += one;
      members[its]!++;
    });
    this.meanOf.forEach((sum, c) => (this.meanOf[c] = sum / Math.max(1, members[c]!)));
    this.used = 1 + this.meanOf.findLastIndex((mean) => mean > 0);
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
