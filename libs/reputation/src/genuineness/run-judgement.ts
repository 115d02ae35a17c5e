/** Is a run of supporters more than every honest explanation allows? See coordination.ts for the explanations. */
import type { Crowd, Exposure } from './crowd.js';

/** Entries `from` to `to` of the crowd's supports of an idea. */
export interface Stretch {
  readonly idea: number;
  readonly from: number;
  readonly to: number;
}

export interface Judgement {
  /** How many of the run are not vouched for. */
  readonly supporters: number;
  /** How many of these the best honest explanation lets expect. */
  readonly expected: number;
  /** The run's log-likelihood ratio against that; 0 where other ideas are lifted nearly as much. */
  readonly ratio: number;
}

const FLANK = 2; // times as many arrivals before and after are looked at as the run has, and at least these:
const LEAST_FLANK = 10;
const DOUBT = 1; // supporters at the idea's popularity that are added to every count, so that small ones prove little
const DOUBT_OF_REST = 5; // the same for the idea's popularity without the run
const OTHERS = 4; // the so-many-th most lifted other idea shows what this stretch of arrivals does to any idea;
const USUAL = 0.5; // a run stands out when that is less than this share of its own lift
const CEILING = 0.98;

/** @param bound a ratio that is no more than this is of no interest, and is not looked into */
export function judge(crowd: Crowd, run: Stretch, bound: number): Judgement {
  const [first, last] = [crowd.placeOfSupport[run.from]!, crowd.placeOfSupport[run.to]!];
  const arrivals = countWhere(first, last, (place) => !crowd.vouched[place]);
  const supporters = countWhere(run.from, run.to, (entry) => !crowd.vouched[crowd.placeOfSupport[entry]!]);
  const explanations = [crowd.activity, crowd.choice].map((exposure) => expectedBy(crowd, exposure, run));
  const expected = Math.min(CEILING * arrivals, Math.max(...explanations));
  const ratio = divergence(supporters, arrivals, expected);
  const standsOut = ratio > bound && liftOfOthers(crowd, run.idea, first, last) < USUAL * lift(crowd, run.idea, run.to - run.from + 1, first, last);
  return { supporters, expected, ratio: standsOut ? ratio : 0 };
}

function countWhere(from: number, to: number, is: (i: number) => boolean): number {
  let count = 0;
  for (let i = from; i <= to; i++) if (is(i)) count++;
  return count;
}

/** By the greatest of four shares: the idea's elsewhere, of those just before, of those just after, of the vouched for. */
function expectedBy(crowd: Crowd, exposure: Exposure, run: Stretch): number {
  const [first, last] = [crowd.placeOfSupport[run.from]!, crowd.placeOfSupport[run.to]!];
  const overall = popularityElsewhere(crowd, exposure, run);
  const share = (count: number, exposed: number) => (count + DOUBT) / (exposed + DOUBT / overall);
  const { left, right, before, after } = flanks(crowd, run, first, last);
  const vouchedFor = countWhere(run.from, run.to, (entry) => crowd.vouched[crowd.placeOfSupport[entry]!] === 1);
  const shares = [
    overall,
    share(before, exposure.between(left, first - 1)),
    share(after, exposure.between(last + 1, right)),
    share(vouchedFor, exposure.ofVouched(first, last)),
  ];
  return Math.max(...shares) * (exposure.between(first, last) - exposure.ofVouched(first, last));
}

/** Where the arrivals just before and after a run lie, and how many of them support the idea. */
function flanks(crowd: Crowd, { idea, from, to }: Stretch, first: number, last: number) {
  const width = Math.max(LEAST_FLANK, FLANK * (last - first + 1));
  const [left, right] = [Math.max(0, first - width), Math.min(crowd.arrival.length - 1, last + width)];
  let [before, after] = [0, 0];
  for (let i = from - 1; i >= crowd.supportStart[idea]! && crowd.placeOfSupport[i]! >= left; i--) before++;
  for (let i = to + 1; i < crowd.supportStart[idea + 1]! && crowd.placeOfSupport[i]! <= right; i++) after++;
  return { left, right, before, after };
}

/** An idea's supporters over the exposure of those who arrived from its first supporter to its last. */
function popularity(crowd: Crowd, exposure: Exposure, idea: number): number {
  const [start, end] = [crowd.supportStart[idea]!, crowd.supportStart[idea + 1]!];
  return (end - start) / exposure.between(crowd.placeOfSupport[start]!, crowd.placeOfSupport[end - 1]!);
}

/** The same without a run of them; the smaller the rest, the more it leans on the whole. */
function popularityElsewhere(crowd: Crowd, exposure: Exposure, { idea, from, to }: Stretch): number {
  const overall = popularity(crowd, exposure, idea);
  const all = crowd.supportStart[idea + 1]! - crowd.supportStart[idea]!;
  const exposed = all / overall - exposure.between(crowd.placeOfSupport[from]!, crowd.placeOfSupport[to]!);
  return (all - (to - from + 1) + DOUBT_OF_REST) / (exposed + DOUBT_OF_REST / overall);
}

function lift(crowd: Crowd, idea: number, supporters: number, first: number, last: number): number {
  return divergence(supporters, last - first + 1, popularity(crowd, crowd.activity, idea) * crowd.activity.between(first, last));
}

/** How far the so-many-th most lifted other idea stands above its popularity among the same arrivals. */
function liftOfOthers(crowd: Crowd, idea: number, first: number, last: number): number {
  const counts = new Map<number, number>();
  for (let ballot = crowd.ballotStart[first]!; ballot < crowd.ballotStart[last + 1]!; ballot++) {
    const other = crowd.ideaOfBallot[ballot]!;
    if (other !== idea) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  const lifts = [...counts].map(([other, count]) => lift(crowd, other, count, first, last));
  return lifts.sort((a, b) => b - a)[OTHERS - 1] ?? 0;
}

/** Log-likelihood ratio of so many out of all against an expected number; 0 when there are no more than expected. */
function divergence(count: number, all: number, expected: number): number {
  if (count <= expected) return 0;
  const others = all - count;
  return count * Math.log(count / expected) + (others > 0 ? others * Math.log(others / (all - expected)) : 0);
}
