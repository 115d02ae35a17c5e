/**
 * Rings of votes: accounts that arrive about together and support one idea more than anything honest explains. One
 * copied vote looks like any other, and a ring that copies the majority elsewhere looks fairer than people; what it
 * cannot hide is that so many of those who came just then support the same idea.
 *
 * For each idea a scan over accounts in the order in which they arrived (Kulldorff: A spatial scan statistic, 1997; the
 * lockstep of CopyCatch, Beutel et al., WWW 2013, with arrival for time) finds the runs of arrivals whose support is the
 * likeliest against chance, within an hour and within a day. Real communities are no urns, so each run must then stand
 * out against every honest explanation:
 *
 * - popularity, by how much the accounts vote, and by what there was to choose from when they did;
 * - what was said just before and just after: an idea on the front page is supported by those who come that day;
 * - the other ideas in the very same run: those who come together see the same things, so that several ideas are lifted
 *   at once; a ring lifts what it was made for;
 * - the vouched for (whose identity costs more than an address): what they support at that time is no ring's doing, and
 *   no vote of theirs is suspected.
 *
 * A ring that takes weeks instead of a day shows by how little else its accounts do: see brief-accounts.ts.
 *
 * Time O(votes log votes), memory O(votes + accounts): ten million votes fit.
 */
import { briefRuns } from './brief-accounts.js';
import { type Crowd, crowdOf } from './crowd.js';
import type { Columns } from './exposure.js';
import { type Stretch, judge } from './run-judgement.js';
import { type Run, mergedRuns } from './run.js';
import { type Sliced, atOnce } from './sliced.js';

export type Votes = Columns;
export type { Run } from './run.js';

export interface CoordinationOptions {
  /** How many runs a community without any ring may show by chance. */
  readonly falseRuns?: number;
  /** Suspected only when at least this share of a run cannot be chance. */
  readonly leastExcess?: number;
  /** Seconds within which a ring's accounts arrive; each is looked at by itself. */
  readonly windows?: readonly number[];
  /** Whether to look for accounts that hardly do anything else; not when only a part of their votes is known. */
  readonly brief?: boolean;
}

const ODDS = [4, 16, 64]; // how many times likelier a ring's account supports the idea: one of these comes close
const LEAST = 3; // fewer are no run

/** The runs that stand out, the strongest first; an idea may have several. */
export function suspiciousRuns(votes: Votes, options?: CoordinationOptions): Run[] {
  return atOnce(searchedRuns(votes, options));
}

/** The same in slices, one for each width and strength of effect of an idea. */
export function* searchedRuns(votes: Votes, options: CoordinationOptions = {}): Sliced<Run[]> {
  const { falseRuns = 0.05, leastExcess = 0.4, windows = [3_600, 86_400], brief = true } = options;
  const runs = brief ? yield* briefRuns(votes, { falseRuns, leastExcess }) : [];
  const crowd = yield* crowdOf(votes);
  const bound = Math.log((votes.account.length * ODDS.length * windows.length + 1) / falseRuns);
  for (let idea = 0; idea < votes.ideas; idea++) {
    for (const { from, to } of yield* candidates(crowd, idea, windows, bound)) {
      const { supporters, expected, ratio } = judge(crowd, { idea, from, to }, bound);
      if (ratio <= bound || supporters - expected < leastExcess * supporters) continue;
      const rows = crowd.rowOfSupport.subarray(from, to + 1).filter((row) => !votes.vouched?.[votes.account[row]!]);
      runs.push({ idea, votes: [...rows], expected, logLikelihoodRatio: ratio });
    }
  }
  return mergedRuns(runs);
}

/**
 * 1 for each vote that is suspected, 0 for the others: all votes of the accounts in a suspicious run, for what a ring
 * casts elsewhere to look like people bends the order of those ideas too.
 */
export function suspectedVotes(votes: Votes, options?: CoordinationOptions): Uint8Array {
  const ring = new Uint8Array(votes.accounts);
  for (const run of suspiciousRuns(votes, options)) for (const row of run.votes) ring[votes.account[row]!] = 1;
  return Uint8Array.from(votes.account, (account) => ring[account]!);
}

/** The likeliest runs of an idea by plain popularity, one for each width and strength of effect. */
function* candidates(crowd: Crowd, idea: number, windows: readonly number[], bound: number): Sliced<Stretch[]> {
  const [start, end] = [crowd.supportStart[idea]!, crowd.supportStart[idea + 1]!];
  if (end - start < LEAST) return [];
  const share = (end - start) / crowd.activity.between(crowd.placeOfSupport[start]!, crowd.placeOfSupport[end - 1]!);
  const found = new Map<string, Stretch>();
  for (const window of windows) {
    for (const odds of ODDS) {
      yield;
      const { ratio, from, to } = bestRun(crowd, start, end, share, odds, window);
      if (ratio > bound / 2 && to - from + 1 >= LEAST) found.set(`${from} ${to}`, { idea, from, to });
    }
  }
  return [...found.values()];
}

/**
 * The supporters from one to another, arrived within the window, whose support is the likeliest against chance; whoever
 * arrived between them and stayed away counts against it. In one pass: the least sum before, kept in a queue.
 */
function bestRun(crowd: Crowd, start: number, end: number, share: number, odds: number, window: number) {
  const price = crowd.activity.prices(share, odds);
  const before = new Float64Array(end - start);
  const queue = new Int32Array(end - start); // of beginnings, their sums rising
  let [head, tail, sum] = [0, 0, 0];
  let best = { ratio: 0, from: start, to: start };
  for (let i = 0; i < end - start; i++) {
    const place = crowd.placeOfSupport[start + i]!;
    before[i] = i === 0 ? 0 : sum - price(crowd.placeOfSupport[start + i - 1]! + 1, place - 1);
    while (tail > head && before[queue[tail - 1]!]! >= before[i]!) tail--;
    queue[tail++] = i;
    while (crowd.arrival[place]! - crowd.arrival[crowd.placeOfSupport[start + queue[head]!]!]! > window) head++;
    sum = before[i]! + Math.log(odds) - price(place, place);
    const ratio = sum - before[queue[head]!]!;
    if (ratio > best.ratio) best = { ratio, from: start + queue[head]!, to: start + i };
  }
  return best;
}
