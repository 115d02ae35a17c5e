/**
 * Rings of votes: accounts that arrive about together and support one idea more than its popularity and their own
 * activity explain. One copied vote looks like any other, and a ring that copies the majority elsewhere looks fairer than
 * people; what it cannot hide is that so many of those who came just then support the same idea.
 *
 * For each idea a scan over accounts in the order in which they arrived (Kulldorff: A spatial scan statistic, 1997; the
 * lockstep of CopyCatch, Beutel et al., WWW 2013, with arrival for time): the run of arrivals whose support, were its
 * odds multiplied, is the likeliest against chance. An account's chance to support the idea is its share of all votes
 * cast by those who arrived since the idea was there, times how much the account votes. A run stands out when its
 * log-likelihood ratio passes what the number of places to look in allows by chance, and what the other ideas of the
 * same community show, for real communities arrive in waves too. Only votes of the run for this one idea are suspected.
 *
 * Time O(votes), memory O(votes + accounts): ten million votes fit.
 */
export interface Votes {
  readonly accounts: number;
  readonly ideas: number;
  readonly account: Int32Array;
  readonly idea: Int32Array;
  /** Seconds. */
  readonly time: Float64Array;
}

/** A run of arrivals that stands out. */
export interface Run {
  readonly idea: number;
  /** Rows of the votes in it. */
  readonly votes: readonly number[];
  /** How many of these would be there by chance. */
  readonly expected: number;
  readonly logLikelihoodRatio: number;
}

export interface CoordinationOptions {
  /** How many runs a community without any ring may show by chance. */
  readonly falseRuns?: number;
  /** Suspected only when at least this share of a run cannot be chance. */
  readonly leastExcess?: number;
}

const ODDS = [4, 16, 64]; // how many times likelier a ring's account supports the idea: one of these comes close
const CLASSES = 16; // of activity: 1 vote, 2–3, 4–7, …
const SPREAD = 5; // robust deviations above the other ideas' median

/** The runs that stand out, the strongest first. */
export function suspiciousRuns(votes: Votes, { falseRuns = 0.01, leastExcess = 0.5 }: CoordinationOptions = {}): Run[] {
  const crowd = crowdOf(votes);
  const runs = rowsByIdea(votes, crowd).map((rows, idea) => strongestRun(idea, rows, votes, crowd)).filter((run) => run !== null);
  const bound = Math.max(Math.log((votes.account.length * ODDS.length) / falseRuns), usual(runs.map((run) => run.logLikelihoodRatio)));
  return runs
    .filter((run) => run.logLikelihoodRatio > bound && run.votes.length - run.expected >= leastExcess * run.votes.length)
    .sort((a, b) => b.logLikelihoodRatio - a.logLikelihoodRatio);
}

/** 1 for each vote that is suspected, 0 for the others. */
export function suspectedVotes(votes: Votes, options?: CoordinationOptions): Uint8Array {
  const suspected = new Uint8Array(votes.account.length);
  for (const run of suspiciousRuns(votes, options)) for (const row of run.votes) suspected[row] = 1;
  return suspected;
}

interface Crowd {
  /** Each account's place in the order of arrival, by its first vote. */
  readonly place: Int32Array;
  /** activity class of the account at each place */
  readonly classAt: Uint8Array;
  /** classesBefore[place × CLASSES + c]: how many of class c arrived before. */
  readonly classesBefore: Int32Array;
  /** votesBefore[place]: how many votes those who arrived before cast. */
  readonly votesBefore: Float64Array;
  /** The mean number of votes in each class. */
  readonly activity: Float64Array;
}

function crowdOf({ accounts, account, time }: Votes): Crowd {
  const first = new Float64Array(accounts).fill(Infinity);
  const count = new Int32Array(accounts);
  for (let row = 0; row < account.length; row++) {
    first[account[row]!] = Math.min(first[account[row]!]!, time[row]!);
    count[account[row]!]!++;
  }
  const order = Int32Array.from(first.keys()).sort((a, b) => first[a]! - first[b]! || a - b);
  const place = new Int32Array(accounts);
  order.forEach((who, at) => (place[who] = at));
  return { place, ...tallied(order.map((who) => count[who]!)) };
}

function tallied(counts: Int32Array): Omit<Crowd, 'place'> {
  const classAt = Uint8Array.from(counts, (count) => Math.min(CLASSES - 1, Math.floor(Math.log2(Math.max(1, count)))));
  const classesBefore = new Int32Array((counts.length + 1) * CLASSES);
  const votesBefore = new Float64Array(counts.length + 1);
  const activity = new Float64Array(CLASSES);
  counts.forEach((count, at) => {
    for (let c = 0; c < CLASSES; c++) classesBefore[(at + 1) * CLASSES + c] = classesBefore[at * CLASSES + c]! + (c === classAt[at] ? 1 : 0);
    votesBefore[at + 1] = votesBefore[at]! + count;
    activity[classAt[at]!]! += count;
  });
  const members = classesBefore.subarray(counts.length * CLASSES);
  return { classAt, classesBefore, votesBefore, activity: activity.map((sum, c) => sum / Math.max(1, members[c]!)) };
}

/** Each idea's votes by the arrival of who cast them. */
function rowsByIdea({ ideas, account, idea }: Votes, { place }: Crowd): Int32Array[] {
  const rows = Array.from({ length: ideas }, (): number[] => []);
  for (let row = 0; row < idea.length; row++) rows[idea[row]!]!.push(row);
  return rows.map((list) => Int32Array.from(list).sort((a, b) => place[account[a]!]! - place[account[b]!]!));
}

function strongestRun(idea: number, rows: Int32Array, votes: Votes, crowd: Crowd): Run | null {
  if (rows.length < 3) return null;
  const places = rows.map((row) => crowd.place[votes.account[row]!]!);
  const chances = chancesOf(places, rows, votes, crowd);
  const runs = ODDS.map((odds) => bestRun(places, chances, odds, crowd));
  const best = runs.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  const expected = chances.reduce((sum, chance, c) => sum + chance * between(crowd, places[best.from]!, places[best.to]!, c), 0);
  return { idea, votes: [...rows.subarray(best.from, best.to + 1)], expected, logLikelihoodRatio: best.ratio };
}

/**
 * The chance that an account of each class supports the idea, by its share of the votes of those who arrived once it was
 * there. Half of the idea's votes, but not those of any one run, would be a purer share; the whole errs towards innocence.
 */
function chancesOf(places: Int32Array, rows: Int32Array, votes: Votes, { votesBefore, activity }: Crowd): Float64Array {
  void rows;
  void votes;
  const since = places[0]!;
  const share = places.length / (votesBefore[votesBefore.length - 1]! - votesBefore[since]!);
  return activity.map((count) => Math.min(0.9, share * count));
}

function between({ classesBefore }: Crowd, from: number, to: number, c: number): number {
  return classesBefore[(to + 1) * CLASSES + c]! - classesBefore[from * CLASSES + c]!;
}

/** Kadane's maximum over supporters; whoever stayed away between two of them counts against the run. */
function bestRun(places: Int32Array, chances: Float64Array, odds: number, crowd: Crowd) {
  const price = chances.map((chance) => Math.log1p(chance * (odds - 1)));
  const gain = Math.log(odds);
  const cost = (from: number, to: number) => price.reduce((sum, each, c) => sum + each * between(crowd, from, to, c), 0);
  let best = { ratio: 0, from: 0, to: 0 };
  let here = 0;
  let from = 0;
  for (let i = 0; i < places.length; i++) {
    const since = i === 0 ? 0 : here - cost(places[i - 1]! + 1, places[i]! - 1);
    if (since <= 0) from = i;
    here = Math.max(0, since) + gain - cost(places[i]!, places[i]!);
    if (here > best.ratio) best = { ratio: here, from, to: i };
    if (here < 0) here = 0;
  }
  return best;
}

/** What the strongest runs of ideas usually reach here: the median and so many deviations, the deviation from the lower half. */
function usual(ratios: readonly number[]): number {
  if (ratios.length === 0) return 0;
  const sorted = [...ratios].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  const quarter = sorted[Math.floor(sorted.length / 4)]!;
  return middle + SPREAD * 1.4826 * (middle - quarter);
}
