/**
 * What the worker works out for a community: which votes are suspected and why, and an estimate for every account. Pure;
 * in slices.
 */
import { type Run, searchedRuns } from '../genuineness/coordination.js';
import type { Columns } from '../genuineness/exposure.js';
import { type Evidence, genuineness, shareOfTrust } from '../genuineness/genuineness.js';
import { undirected } from '../genuineness/graph.js';
import { constancyOf } from '../genuineness/rater-features.js';
import { inStretches, type Sliced } from '../genuineness/sliced.js';
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
    identity: new Float64Array(community.accounts).map((_, account) => BY_IDENTITY[community.identity[account]!]!),
    constancy: yield* constancyOf({ accounts: community.accounts, from: community.account, time: community.time }),
  };
  const score = genuineness(evidence);
  yield;
  return { runs, suspected: new Uint8Array(doubt.length).map((_, account) => (doubt[account]! > 0 ? 1 : 0)), evidence, score };
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
  const tie = new Int32Array(idea.length);
  yield* inStretches(tie.length, (from, to) => {
    for (let row = from; row < to; row++) tie[row] = author[idea[row]!] === -1 ? account[row]! : author[idea[row]!]!; // a tie to oneself is none
  });
  const graph = yield* undirected(accounts, account, tie);
  const tied = seeds.filter((seed) => graph.start[seed + 1]! > graph.start[seed]!);
  if (tied.length === 0) return undefined;
  const share = shareOfTrust(yield* flowingTrust(graph, tied, FLOW));
  return share.map((one, node) => (graph.start[node + 1] === graph.start[node] ? 0.5 : one));
}

/** Whether a moderator decided that whoever came for an idea may. */
export type Cleared = (account: number, idea: number) => boolean;

/** The votes that are suspected: all of the accounts in a run. By idea, the accounts. In slices. */
export function* suspectedByIdea({ account, idea, vouched }: Community, { runs }: Judgement, cleared: Cleared = () => false): Sliced<Map<number, Suspicion[]>> {
  const runOf = new Map<number, Run>();
  for (const run of runs) {
    for (const row of run.votes) if (!runOf.has(account[row]!) && !cleared(account[row]!, run.idea)) runOf.set(account[row]!, run);
  }
  const found = new Map<number, Suspicion[]>();
  const look = (row: number) => {
    const run = runOf.get(account[row]!);
    if (!run || vouched?.[account[row]!]) return;
    const known = found.get(idea[row]!) ?? [];
    known.push({ account: account[row]!, run });
    found.set(idea[row]!, known);
  };
  yield* inStretches(idea.length, (from, to) => {
    for (let row = from; row < to; row++) look(row);
  });
  return found;
}

export interface Suspicion {
  readonly account: number;
  /** The run that the account is suspected for; its idea may be another one. */
  readonly run: Run;
}
