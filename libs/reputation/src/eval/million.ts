/**
 * `npm run eval -- million [ACCOUNTS VOTES]`: how long a night's judgement of a community takes, and how much memory: by
 * default a million members and ten million votes, made up with a fixed seed, with twenty rings among them.
 */
import { type Community, judged } from '../keeping/judgement.js';
import { atOnce } from '../genuineness/sliced.js';
import { Random } from './random.js';

const IDEAS = 20_000;
const RINGS = 20;
const RING = 50;
const YEAR = 365 * 86_400;

export interface Timing {
  readonly accounts: number;
  readonly votes: number;
  readonly secondsToMakeUp: number;
  readonly seconds: number;
  /** Megabytes: the columns given, and the most the process held. */
  readonly columns: number;
  readonly peak: number;
  readonly runs: number;
  /** Of the ring's accounts, how many are in a run, and of the others. */
  readonly caught: number;
  readonly wronglyHeld: number;
}

export function evaluateMillion(accounts: number, votes: number): Timing {
  const begin = performance.now();
  const community = madeUp(accounts, votes);
  const made = performance.now();
  const { runs, suspected } = atOnce(judged(community));
  const seconds = (performance.now() - made) / 1000;
  const inRings = suspected.subarray(accounts - RINGS * RING).reduce((sum, one) => sum + one, 0);
  return {
    accounts,
    votes: community.account.length,
    secondsToMakeUp: Math.round((made - begin) / 1000),
    seconds: Math.round(seconds),
    columns: Math.round((community.account.byteLength * 2 + community.time.byteLength) / 2 ** 20),
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
    runs: runs.length,
    caught: inRings / (RINGS * RING),
    wronglyHeld: suspected.subarray(0, accounts - RINGS * RING).reduce((sum, one) => sum + one, 0),
  };
}

/** People who arrive over a year and pick ideas, popular ones more often; the last accounts are rings that come within an hour. */
function madeUp(accounts: number, votes: number): Community {
  const random = new Random(11);
  const honest = accounts - RINGS * RING;
  const [account, idea, time] = [new Int32Array(votes), new Int32Array(votes), new Float64Array(votes)];
  const own = Math.floor((votes - RINGS * RING) / honest);
  let row = 0;
  const cast = (who: number, what: number, when: number) => {
    [account[row], idea[row], time[row]] = [who, what, when];
    row++;
  };
  for (let who = 0; who < honest; who++) {
    const arrival = (who / honest) * YEAR;
    for (let k = 0; k < own; k++) cast(who, Math.floor(IDEAS * random.next() ** 3), arrival + k * 30 + random.next());
  }
  for (let ring = 0; ring < RINGS; ring++) {
    for (let n = 0; n < RING; n++) cast(honest + ring * RING + n, 5_000 + ring, ((ring + 0.5) / RINGS) * YEAR + random.next() * 3_600);
  }
  const author = Int32Array.from({ length: IDEAS }, () => random.below(honest));
  const identity = new Uint8Array(accounts).fill(1);
  const seeds = Int32Array.from({ length: 1_000 }, () => random.below(honest)).sort();
  return { accounts, ideas: IDEAS, account: account.subarray(0, row), idea: idea.subarray(0, row), time: time.subarray(0, row), author, identity, seeds };
}
