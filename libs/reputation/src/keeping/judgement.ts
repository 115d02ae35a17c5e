/**
 * What the worker works out for a community: which votes are suspected and why, and an estimate for every account. Pure;
 * in slices.
 */
import { type Run, searchedRuns } from '../genuineness/coordination.js';
import type { Columns } from '../genuineness/exposure.js';
import { type Evidence, genuineness, shareOfTrust } from '../genuineness/genuineness.js';
import { undirectedGraph } from '../genuineness/graph.js';
import { constancy } from '../genuineness/rater-features.js';
import type { Sliced } from '../genuineness/sliced.js';
import { flowingTrust } from '../genuineness/trust-flow.js';

/** A community in numbers. Accounts are its members; who never voted is not in it. */
export interface Community extends Columns {
  /** By idea: its author's number, −1 where the author never voted. */
  readonly author: Int32Array;
  /** By account: 0 (nothing) to 3 (VERIFIED). */
  readonly identity: Uint8Array;
  /** Accounts whose honesty is known otherwise. */
  readonly seeds: Int32Array;
  /** Whether these are all of its votes, and not the latest only: how little else an account does only the whole tells. */
  readonly whole: boolean;
}

export interface Judgement {
  readonly runs: readonly Run[];
  /** By account: 1 where it is in a run. */
  readonly suspected: Uint8Array;
  /** What each account is judged by, 0..1. */
  readonly evidence: Evidence;
  readonly score: Float64Array;
}

/** Identity as evidence: nothing, an address, an account of one's own, and a purchase or a name. */
const BY_IDENTITY = [0, 0.5, 0.9, 1];

/** Enough for a community of a million, whose ties mix fast; half as many seeds' mistakes do no harm. */
const FLOW = { groups: 5, steps: 40 } as const;

export function* judged(community: Community): Sliced<Judgement> {
  const runs = yield* searchedRuns(community, { brief: community.whole });
  const doubt = doubts(community, runs);
  const trust = yield* trusted(community);
  const evidence: Evidence = {
    ...(trust ? { trust } : {}),
    independence: doubt.map((one) => 1 - one),
    identity: Float64Array.from(community.identity, (level) => BY_IDENTITY[level]!),
    constancy: constancy({ accounts: community.accounts, from: community.account, to: community.idea, value: new Float32Array(0), time: community.time }),
  };
  return { runs, suspected: Uint8Array.from(doubt, (one) => (one > 0 ? 1 : 0)), evidence, score: genuineness(evidence) };
}

/** How much of the runs an account was in cannot be chance, at most. */
function doubts({ accounts, account }: Community, runs: readonly Run[]): Float64Array {
  const doubt = new Float64Array(accounts);
  for (const { votes, expected } of runs) {
    const share = Math.max(0, 1 - expected / votes.length);
    for (const row of votes) doubt[account[row]!] = Math.max(doubt[account[row]!]!, share);
  }
  return doubt;
}

/** Trust flows between who supports and whom they support. Half where there is no tie; undefined without any seed. */
function* trusted({ accounts, account, idea, author, seeds }: Community): Sliced<Float64Array | undefined> {
  const to = idea.map((one) => author[one]!);
  const tie = to.map((one, row) => (one === -1 ? account[row]! : one)); // a tie to oneself is none
  const graph = undirectedGraph(accounts, account, tie);
  const tied = seeds.filter((seed) => graph.start[seed + 1]! > graph.start[seed]!);
  if (tied.length === 0) return undefined;
  const share = shareOfTrust(yield* flowingTrust(graph, tied, FLOW));
  return share.map((one, node) => (graph.start[node + 1] === graph.start[node] ? 0.5 : one));
}

/** Whether a moderator decided that whoever came for an idea may. */
export type Cleared = (account: number, idea: number) => boolean;

/** The votes that are suspected: all of the accounts in a run. By idea, the accounts. */
export function suspectedByIdea({ account, idea, vouched }: Community, { runs }: Judgement, cleared: Cleared = () => false): Map<number, Suspicion[]> {
  const runOf = new Map<number, Run>();
  for (const run of runs) {
    for (const row of run.votes) if (!runOf.has(account[row]!) && !cleared(account[row]!, run.idea)) runOf.set(account[row]!, run);
  }
  const found = new Map<number, Suspicion[]>();
  idea.forEach((which, row) => {
    const run = runOf.get(account[row]!);
    if (!run || vouched?.[account[row]!]) return;
    const known = found.get(which) ?? [];
    known.push({ account: account[row]!, run });
    found.set(which, known);
  });
  return found;
}

export interface Suspicion {
  readonly account: number;
  /** The run that the account is suspected for; its idea may be another one. */
  readonly run: Run;
}
