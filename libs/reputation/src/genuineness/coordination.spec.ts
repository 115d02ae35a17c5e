import { describe, expect, it } from 'vitest';
import { type Votes, suspectedVotes, suspiciousRuns } from './coordination.js';

type Row = [account: number, idea: number, time: number];
const HOUR = 3_600;

const votes = (accounts: number, ideas: number, rows: Row[]): Votes => ({
  accounts,
  ideas,
  account: Int32Array.from(rows, ([account]) => account),
  idea: Int32Array.from(rows, ([, idea]) => idea),
  time: Float64Array.from(rows, ([, , time]) => time),
});

/** One account an hour, each supporting five of thirty ideas in a fixed mixture. */
const crowd = (accounts: number): Row[] =>
  Array.from({ length: accounts }, (_, account) =>
    Array.from({ length: 5 }, (_vote, k): Row => [account, (account * 7 + (account % 11) + k * 6) % 30, account * HOUR + k]),
  ).flat();

/** Accounts from `first` on that arrive minutes apart; each supports the idea, and `cover` others. */
const ring = (first: number, size: number, idea: number, from: number, cover = 0): Row[] =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: cover + 1 }, (_vote, k): Row => [first + i, k === 0 ? idea : (idea + 1 + ((i * 11 + k * 5) % 29)) % 30, from + i * 60 + k]),
  ).flat();

describe('coordination', () => {
  it('is not seen where there is none', () => {
    expect(suspiciousRuns(votes(300, 30, crowd(300)))).toEqual([]);
  });

  it.each([0, 4])('is seen in twelve who arrive together for one idea, with %d other votes each', (cover) => {
    const rows = [...crowd(300), ...ring(300, 12, 9, 150 * HOUR, cover)];
    const [run, ...others] = suspiciousRuns(votes(312, 30, rows));
    expect(others).toEqual([]);
    expect(run!.idea).toBe(9);
    expect(run!.votes.filter((row) => rows[row]![0] >= 300)).toHaveLength(12);
    expect(run!.expected).toBeLessThan(6);
  });

  it('is not seen in the same twelve spread over the whole time', () => {
    const spread = ring(300, 12, 9, 0, 4).map(([account, idea, time]): Row => [account, idea, time + (account - 300) * 24 * HOUR]);
    expect(suspiciousRuns(votes(312, 30, [...crowd(300), ...spread]))).toEqual([]);
  });

  it('is no wave for everything: many arriving at once as others do', () => {
    const wave = crowd(100).map(([account, idea, time]): Row => [300 + account, idea, 150 * HOUR + time / 60]);
    expect(suspiciousRuns(votes(400, 30, [...crowd(300), ...wave]))).toEqual([]);
  });

  it('holds all votes of the ring and few others, whatever the order of rows', () => {
    const rows = [...crowd(300), ...ring(300, 12, 9, 150 * HOUR, 4)];
    const suspected = suspectedVotes(votes(312, 30, rows));
    const held = rows.filter((_, i) => suspected[i] === 1);
    expect(held.filter(([account]) => account >= 300)).toHaveLength(60);
    expect(held.length).toBeLessThan(90);
    expect([...suspectedVotes(votes(312, 30, rows.toReversed()))].reverse()).toEqual([...suspected]);
  });

  it('judges nobody where nobody voted', () => {
    expect(suspectedVotes(votes(3, 2, []))).toHaveLength(0);
  });
});
