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
  /** Seconds within which a ring's accounts arrive. */
  readonly window?: number;
}

const ODDS = [4, 16, 64]; // how many times likelier a ring's account supports the idea: one of these comes close
const CLASSES = 20; // of exposure, each of twice the one before
const STEPS = 5; // towards the attractions; more change nothing that matters
const LEAST = 3; // fewer are no run
const SPREAD = 3; // robust deviations above the other ideas' median

/**
 * The runs that stand out, the strongest first. Popularity explains more than one way: those who vote on everything they
 * see support in proportion to how much they vote; those who pick choose among what is there. A run must stand out
 * against both.
 */
export function suspiciousRuns(votes: Votes, options: CoordinationOptions = {}): Run[] {
  const byActivity = runsBeyond(activity(votes), votes, options);
  const byChoice = new Map(runsBeyond(exposures(votes), votes, options).map((run) => [run.idea, new Set(run.votes)]));
  return byActivity
    .map((run) => ({ ...run, votes: run.votes.filter((row) => byChoice.get(run.idea)?.has(row)) }))
    .filter((run) => run.votes.length >= LEAST);
}

/** How many votes each account cast. */
function activity({ accounts, account }: Votes): Float64Array {
  const count = new Float64Array(accounts);
  for (const who of account) count[who]!++;
  return count;
}

function runsBeyond(exposure: Float64Array, votes: Votes, { falseRuns = 0.01, leastExcess = 0.5, window = 86_400 }: CoordinationOptions): Run[] {
  const crowd = crowdOf(votes, exposure);
  const runs = rowsByIdea(votes, crowd).map((rows, idea) => strongestRun(idea, rows, votes, crowd, window)).filter((run) => run !== null);
  const bound = Math.max(Math.log((votes.account.length * ODDS.length) / falseRuns), usual(runs.map((run) => run.logLikelihoodRatio)));
  return runs
    .filter((run) => run.logLikelihoodRatio > bound && run.votes.length - run.expected >= leastExcess * run.votes.length)
    .sort((a, b) => b.logLikelihoodRatio - a.logLikelihoodRatio);
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

interface Crowd {
  /** Each account's place in the order of arrival, by its first vote. */
  readonly place: Int32Array;
  /** When whoever has that place arrived. */
  readonly arrival: Float64Array;
  /** classesBefore[place × CLASSES + c]: how many of class c arrived before. */
  readonly classesBefore: Int32Array;
  /** exposureBefore[place]: the exposure of all who arrived before. */
  readonly exposureBefore: Float64Array;
  /** The mean exposure in each class. */
  readonly exposureOf: Float64Array;
}

function crowdOf({ accounts, account, time }: Votes, exposure: Float64Array): Crowd {
  const first = new Float64Array(accounts).fill(Infinity);
  for (let row = 0; row < account.length; row++) first[account[row]!] = Math.min(first[account[row]!]!, time[row]!);
  const order = Int32Array.from(first.keys()).sort((a, b) => first[a]! - first[b]! || a - b);
  const place = new Int32Array(accounts);
  order.forEach((who, at) => (place[who] = at));
  return { place, arrival: Float64Array.from(order, (who) => first[who]!), ...tallied(Float64Array.from(order, (who) => exposure[who]!)) };
}

function tallied(exposure: Float64Array): Omit<Crowd, 'place' | 'arrival'> {
  const least = exposure.reduce((min, each) => (each > 0 && each < min ? each : min), Infinity);
  const classAt = Uint8Array.from(exposure, (each) => Math.max(0, Math.min(CLASSES - 1, Math.floor(Math.log2(each / least)))));
  const classesBefore = new Int32Array((exposure.length + 1) * CLASSES);
  const exposureBefore = new Float64Array(exposure.length + 1);
  const exposureOf = new Float64Array(CLASSES);
  exposure.forEach((each, at) => {
    for (let c = 0; c < CLASSES; c++) classesBefore[(at + 1) * CLASSES + c] = classesBefore[at * CLASSES + c]! + (c === classAt[at] ? 1 : 0);
    exposureBefore[at + 1] = exposureBefore[at]! + each;
    exposureOf[classAt[at]!]! += each;
  });
  const members = classesBefore.subarray(exposure.length * CLASSES);
  return { classesBefore, exposureBefore, exposureOf: exposureOf.map((sum, c) => sum / Math.max(1, members[c]!)) };
}

/**
 * How many chances each account had to support an idea of attraction 1. A vote is a choice among the ideas that were
 * there (from their first vote to their last), each as likely as its attraction; so a vote cast when ten ideas existed is
 * more exposure to each than one cast when there were a thousand. Attractions by the MM steps of Hunter (MM algorithms for
 * generalized Bradley–Terry models, Annals of Statistics 2004).
 */
function exposures({ accounts, ideas, account, idea, time }: Votes): Float64Array {
  const order = Int32Array.from(time.keys()).sort((a, b) => time[a]! - time[b]! || a - b);
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

/** Each idea's votes by the arrival of who cast them. */
function rowsByIdea({ ideas, account, idea }: Votes, { place }: Crowd): Int32Array[] {
  const rows = Array.from({ length: ideas }, (): number[] => []);
  for (let row = 0; row < idea.length; row++) rows[idea[row]!]!.push(row);
  return rows.map((list) => Int32Array.from(list).sort((a, b) => place[account[a]!]! - place[account[b]!]!));
}

function strongestRun(idea: number, rows: Int32Array, votes: Votes, crowd: Crowd, window: number): Run | null {
  if (rows.length < LEAST) return null;
  const places = rows.map((row) => crowd.place[votes.account[row]!]!);
  const chances = chancesOf(places, crowd);
  const runs = ODDS.map((odds) => bestRun(places, chances, odds, crowd, window));
  const best = runs.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  const expected = chances.reduce((sum, chance, c) => sum + chance * between(crowd, places[best.from]!, places[best.to]!, c), 0);
  return { idea, votes: [...rows.subarray(best.from, best.to + 1)], expected, logLikelihoodRatio: best.ratio };
}

/**
 * The chance that an account of each class supports the idea: its votes over the exposure of those who arrived from its
 * first supporter to its last, times such an account's exposure. A ring's own votes are in that share, which errs towards
 * innocence.
 */
function chancesOf(places: Int32Array, { exposureBefore, exposureOf }: Crowd): Float64Array {
  const share = places.length / (exposureBefore[places[places.length - 1]! + 1]! - exposureBefore[places[0]!]!);
  return exposureOf.map((exposure) => Math.min(0.9, share * exposure));
}

function between({ classesBefore }: Crowd, from: number, to: number, c: number): number {
  return classesBefore[(to + 1) * CLASSES + c]! - classesBefore[from * CLASSES + c]!;
}


/**
 * The supporters from one to another, arrived within the window, whose support is the likeliest against chance; whoever
 * arrived between them and stayed away counts against it. In one pass: the least sum before, kept in a queue.
 */
function bestRun(places: Int32Array, chances: Float64Array, odds: number, crowd: Crowd, window: number) {
  const price = chances.map((chance) => Math.log1p(chance * (odds - 1)));
  const used = 1 + price.findLastIndex((each) => each > 0);
  const cost = (from: number, to: number) => {
    let sum = 0;
    for (let c = 0; c < used; c++) sum += price[c]! * between(crowd, from, to, c);
    return sum;
  };
  const before = new Float64Array(places.length);
  const queue = new Int32Array(places.length); // of beginnings, their sums rising
  let [head, tail, sum] = [0, 0, 0];
  let best = { ratio: 0, from: 0, to: 0 };
  places.forEach((place, i) => {
    before[i] = i === 0 ? 0 : sum - cost(places[i - 1]! + 1, place - 1);
    while (tail > head && before[queue[tail - 1]!]! >= before[i]!) tail--;
    queue[tail++] = i;
    while (crowd.arrival[place]! - crowd.arrival[places[queue[head]!]!]! > window) head++;
    sum = before[i]! + Math.log(odds) - cost(place, place);
    if (sum - before[queue[head]!]! > best.ratio) best = { ratio: sum - before[queue[head]!]!, from: queue[head]!, to: i };
  });
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
