import { describe, expect, it } from 'vitest';
import { suspectedByIdea, type Community, judged } from '../keeping/judgement.js';
import { briefRuns } from './brief-accounts.js';
import { crowdOf } from './crowd.js';
import { exposures } from './exposure.js';
import { undirected } from './graph.js';
import { ordering } from './order.js';
import { constancyOf } from './rater-features.js';
import { type Sliced, STRETCH } from './sliced.js';
import { flowingTrust } from './trust-flow.js';

const STRETCHES = 2;
const ACCOUNTS = 1_000;

/** Everybody votes for ideas in turn; the times fall, or wander when they are to be sorted. */
function community(votes: number, wandering = false): Community {
  const rows = new Int32Array(votes).map((_, row) => row);
  return {
    accounts: ACCOUNTS,
    ideas: 100,
    account: rows.map((row) => row % ACCOUNTS),
    idea: rows.map((row) => (row * 7 + Math.floor(row / 100)) % 100),
    time: new Float64Array(votes).map((_, row) => (wandering ? (row * 7919) % 100_003 : votes - row)),
    author: new Int32Array(100).map((_, idea) => idea),
    identity: new Uint8Array(ACCOUNTS).fill(1),
    seeds: Int32Array.of(1, 2, 3),
    whole: true,
  };
}

function slicesOf<Result>(work: Sliced<Result>): { slices: number; result: Result } {
  for (let slices = 0; ; slices++) {
    const slice = work.next();
    if (slice.done) return { slices, result: slice.value };
  }
}

/** How many times a step goes through all votes, in slices: each time one slice for each further stretch of votes. */
function rounds(step: (of: Community) => Sliced<unknown>, wandering = false): number {
  const slices = (stretches: number) => slicesOf(step(community(stretches * STRETCH, wandering))).slices;
  return (slices(STRETCHES + 2) - slices(2)) / STRETCHES;
}

describe('a judgement, in slices that do not grow with the community', () => {
  it('goes through the votes a stretch at a time, each time', () => {
    expect(rounds(({ time }) => ordering(time))).toBe(2);
    expect(rounds(({ time }) => ordering(time), true), 'sorted by two digits').toBe(8);
    expect(rounds(exposures)).toBe(15);
    expect(rounds(crowdOf)).toBe(24);
    expect(rounds((of) => briefRuns(of, { falseRuns: 0.05, leastExcess: 0.4 }))).toBe(3);
    expect(rounds(({ accounts, account, time }) => constancyOf({ accounts, from: account, time }))).toBe(1);
  });

  it('makes the graph, and each step of trust on it, a stretch of ties at a time', () => {
    const ties = (stretches: number) => new Int32Array(stretches * STRETCH).map((_, i) => i % 40_000);
    const others = (stretches: number) => new Int32Array(stretches * STRETCH).map((_, i) => (i * 31 + Math.floor(i / 40_000) + 1) % 40_000);
    const made = slicesOf(undirected(40_000, ties(STRETCHES), others(STRETCHES)));
    expect(made.slices).toBeGreaterThanOrEqual(2 * STRETCHES + 2 * (2 + 2) * STRETCHES + 2 * STRETCHES);
    const entries = made.result.neighbour.length / STRETCH;
    expect(entries).toBeGreaterThan(STRETCHES);
    const steps = (many: number) => slicesOf(flowingTrust(made.result, [1, 2, 3], { steps: many })).slices;
    expect(steps(11) - steps(1)).toBeGreaterThanOrEqual(10 * Math.floor(entries));
  });

  it('tells whose votes are suspected a stretch at a time', () => {
    const of = community(STRETCHES * STRETCH);
    const { slices, result } = slicesOf(judged(of));
    expect(slices).toBeGreaterThan(45 * STRETCHES);
    expect(slicesOf(suspectedByIdea(of, result)).slices).toBe(STRETCHES);
  });
});
