/**
 * `npm run eval -- million [ACCOUNTS VOTES]`: how long the judgement of a large community takes, and how much memory: by default
 * a million members and ten million votes, made up with a fixed seed, with twenty rings among them. Two judgements are timed, as
 * the worker makes them: the night's of everything, and the one soon after a vote, which looks at the latest votes. Both read
 * the community page by page, as from the database.
 */
import { inTurn } from '../genuineness/sliced.js';
import { judged, suspectedByIdea } from '../keeping/judgement.js';
import { LATEST, readCommunity } from '../keeping/reading.js';
import { MadeUp, RINGS, RING } from './made-up.js';

export interface Timing {
  readonly votes: number;
  readonly members: number;
  /** Seconds of reading pages into columns, and of judging them; processor is what the process used of both. */
  readonly reading: number;
  readonly judging: number;
  readonly processor: number;
  /** The longest time in milliseconds in which the process could do nothing else. */
  readonly longestPause: number;
  /** Megabytes the process held at most since it began. */
  readonly peak: number;
  readonly runs: number;
  /** Votes that would be held. */
  readonly held: number;
}
export interface Million {
  readonly soon: Timing;
  readonly night: Timing & {
    /** Of the rings' accounts the share that is in a run, and of the others. */
    readonly caught: number;
    readonly wronglyHeld: number;
  };
}

export async function evaluateMillion(accounts: number, votes: number): Promise<Million> {
  const source = new MadeUp(accounts, votes);
  const soon = await timed(source, LATEST);
  const night = await timed(source, Infinity);
  const inRings = night.heldAccounts.filter((account) => source.isOfRing(account)).length;
  const share = { caught: inRings / (RINGS * RING), wronglyHeld: (night.heldAccounts.length - inRings) / (accounts - RINGS * RING) };
  return { soon: soon.timing, night: { ...night.timing, ...share } };
}

async function timed(source: MadeUp, most: number) {
  const [begin, used] = [performance.now(), process.cpuUsage()];
  const pauses = watchPauses();
  const community = await readCommunity(source, most, source.now);
  const read = performance.now();
  const judgement = await inTurn(judged(community));
  const held = [...(await inTurn(suspectedByIdea(community, judgement))).values()].reduce((sum, suspicions) => sum + suspicions.length, 0);
  const { user, system } = process.cpuUsage(used);
  const timing: Timing = {
    votes: community.account.length,
    members: community.accounts,
    reading: seconds(read - begin),
    judging: seconds(performance.now() - read),
    processor: seconds((user + system) / 1000),
    longestPause: Math.round(pauses.longest()),
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
    runs: judgement.runs.length,
    held,
  };
  const heldAccounts = community.memberIds.filter((_, account) => judgement.suspected[account] === 1);
  return { timing, heldAccounts };
}

const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10;

/** How long at most a timer had to wait. */
function watchPauses(): { longest: () => number } {
  let [last, most] = [performance.now(), 0];
  const look = () => {
    most = Math.max(most, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(look, 5);
  return {
    longest: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
