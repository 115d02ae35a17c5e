/**
 * Rings that take their time: accounts made for one idea, that come one at a time over weeks. Nothing tells them by when they
 * come; but each does little else, so that too many of the idea's supporters are accounts of one vote, or of two or three.
 *
 * How many is too many a community says itself. In some, half of all supporters came for one idea, in others hardly anybody,
 * and ideas differ: a beta-binomial law of the share of brief accounts among an idea's supporters is fitted on all other ideas
 * (method of moments; Williams: The analysis of binary responses from toxicological experiments, Biometrics 1975). Where newcomers
 * usually flock to one idea or another the law is wide, and nothing stands out; where they do not, twenty do.
 *
 * The vouched for are never suspected, and where many of an idea's vouched supporters are brief as well, so may the others be.
 * Time O(votes + ideas × runs found).
 */
import type { Columns } from './exposure.js';
import { logBetaBinomialTail } from './beta-binomial.js';
import type { Run } from './run.js';
import { inStretches, type Sliced } from './sliced.js';

export interface BriefOptions {
  readonly falseRuns: number;
  readonly leastExcess: number;
}

/** Accounts of so many votes at least and at most are looked at together. */
const CLASSES: readonly (readonly [least: number, most: number])[] = [[1, 1], [2, 3]];
const LEAST = 5; // fewer are no ring
const LEAST_SPREAD = 0.005; // ideas never differ less than this, however alike the few we know are
const MOST_SPREAD = 0.9;
const DOUBT = 5; // of the vouched, so many more at the usual share: a few prove little

/** Supporters of each idea who are not vouched for, the brief among them, and the same of the vouched. */
interface Counts {
  readonly all: Int32Array;
  readonly brief: Int32Array;
  readonly allVouched: Int32Array;
  readonly briefVouched: Int32Array;
}

/** For each idea at most one run a class of accounts, in slices. */
export function* briefRuns(votes: Columns, { falseRuns, leastExcess }: BriefOptions): Sliced<Run[]> {
  const activity = yield* activityOf(votes);
  const bound = Math.log((votes.ideas * CLASSES.length + 1) / falseRuns);
  const runs: Run[] = [];
  for (const [least, most] of CLASSES) {
    const isBrief = (account: number) => activity[account]! >= least && activity[account]! <= most;
    const found = yield* outstanding(yield* countsOf(votes, isBrief), bound, leastExcess);
    if (found.size > 0) runs.push(...(yield* runsOf(votes, isBrief, found)));
  }
  return runs;
}

function* activityOf({ accounts, account }: Columns): Sliced<Int32Array> {
  const activity = new Int32Array(accounts);
  yield* inStretches(account.length, (from, to) => {
    for (let row = from; row < to; row++) activity[account[row]!]!++;
  });
  return activity;
}

function* countsOf(votes: Columns, isBrief: (account: number) => boolean): Sliced<Counts> {
  const column = () => new Int32Array(votes.ideas);
  const counts = { all: column(), brief: column(), allVouched: column(), briefVouched: column() };
  yield* inStretches(votes.account.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const [who, idea] = [votes.account[row]!, votes.idea[row]!];
      const isVouched = votes.vouched?.[who] === 1;
      (isVouched ? counts.allVouched : counts.all)[idea]!++;
      if (isBrief(who)) (isVouched ? counts.briefVouched : counts.brief)[idea]!++;
    }
  });
  return counts;
}

interface Found {
  readonly idea: number;
  readonly expected: number;
  readonly logLikelihoodRatio: number;
}

/** The most outstanding idea is found, left out, and what the others say of each other is worked out again, until none is. */
function* outstanding(counts: Counts, bound: number, leastExcess: number): Sliced<Map<number, Found>> {
  const found = new Map<number, Found>();
  for (;;) {
    yield;
    const law = new Law(counts, found);
    let best: Found | undefined;
    for (let idea = 0; idea < counts.all.length; idea++) {
      if (counts.brief[idea]! < LEAST || found.has(idea)) continue;
      const one = law.judge(idea, best?.logLikelihoodRatio ?? bound);
      if (one && counts.brief[idea]! - one.expected >= leastExcess * counts.brief[idea]!) best = one;
    }
    if (!best) return found;
    found.set(best.idea, best);
  }
}

/** What ideas other than a judged one say of the share of brief accounts, from sums over all of them. */
class Law {
  private readonly sums = { brief: 0, all: 0, briefBrief: 0, briefAll: 0, allAll: 0 };

  private readonly counts: Counts;

  constructor(counts: Counts, without: ReadonlyMap<number, unknown>) {
    this.counts = counts;
    for (let idea = 0; idea < counts.all.length; idea++) if (!without.has(idea)) this.add(idea);
  }

  private add(idea: number): void {
    const [s, n] = [this.counts.brief[idea]!, this.counts.all[idea]!];
    this.sums.brief += s;
    this.sums.all += n;
    this.sums.briefBrief += s * s;
    this.sums.briefAll += s * n;
    this.sums.allAll += n * n;
  }

  /** Undefined when its brief supporters are no less likely than the bound, in negative logarithms. */
  judge(idea: number, bound: number): Found | undefined {
    const [s, n] = [this.counts.brief[idea]!, this.counts.all[idea]!];
    const usual = (this.sums.brief - s + 0.5) / (this.sums.all - n + 1);
    const spread = this.spread(s, n, usual);
    const share = Math.max(usual, this.ofVouched(idea, usual));
    if (s <= share * n) return undefined;
    const alike = (1 - spread) / spread;
    const unlikely = -logBetaBinomialTail(s, n, share * alike, (1 - share) * alike, -bound);
    return unlikely > bound ? { idea, expected: Math.min(s, ((n - s) * share) / (1 - share)), logLikelihoodRatio: unlikely } : undefined;
  }

  /** How much ideas differ beyond chance, 0..1: the correlation of two supporters of one idea. */
  private spread(s: number, n: number, share: number): number {
    const { all, briefBrief, briefAll, allAll } = this.sums;
    const squares = briefBrief - s * s - 2 * share * (briefAll - s * n) + share * share * (allAll - n * n);
    const pairs = allAll - n * n - (all - n);
    if (pairs <= 0) return MOST_SPREAD;
    return Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, (squares / (share * (1 - share)) - (all - n)) / pairs));
  }

  private ofVouched(idea: number, usual: number): number {
    return Math.min(0.95, (this.counts.briefVouched[idea]! + DOUBT * usual) / (this.counts.allVouched[idea]! + DOUBT));
  }
}

function* runsOf(votes: Columns, isBrief: (account: number) => boolean, found: ReadonlyMap<number, Found>): Sliced<Run[]> {
  const rows = new Map<number, number[]>([...found.keys()].map((idea) => [idea, []]));
  yield* inStretches(votes.account.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const who = votes.account[row]!;
      if (isBrief(who) && votes.vouched?.[who] !== 1) rows.get(votes.idea[row]!)?.push(row);
    }
  });
  return [...found.values()].map(({ idea, expected, logLikelihoodRatio }) => ({ idea, votes: rows.get(idea)!, expected, logLikelihoodRatio }));
}
