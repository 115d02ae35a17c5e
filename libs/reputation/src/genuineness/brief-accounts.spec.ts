import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logBetaBinomialTail, logGamma } from './beta-binomial.js';
import { briefRuns } from './brief-accounts.js';
import { type Votes, suspectedVotes, suspiciousRuns } from './coordination.js';
import { inOrderOf } from './order.js';
import { atOnce } from './sliced.js';

type Row = [account: number, idea: number, time: number];
const HOUR = 3_600;
const votes = (accounts: number, ideas: number, rows: Row[], vouched?: Uint8Array): Votes => ({
  accounts,
  ideas,
  account: Int32Array.from(rows, ([account]) => account),
  idea: Int32Array.from(rows, ([, idea]) => idea),
  time: Float64Array.from(rows, ([, , time]) => time),
  ...(vouched ? { vouched } : {}),
});
const brief = (of: Votes) => atOnce(briefRuns(of, { falseRuns: 0.05, leastExcess: 0.4 }));

/** One an hour: two of three support five of thirty ideas, the third one only. */
const crowd: Row[] = Array.from({ length: 300 }, (_, account) =>
  Array.from({ length: account % 3 === 0 ? 1 : 5 }, (_vote, k): Row => [account, (account * 7 + (account % 11) + k * 6) % 30, account * HOUR + k]),
).flat();
/** One a day, for nothing but idea 9. */
const slow = (size: number, others = 0): Row[] =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: others + 1 }, (_vote, k): Row => [300 + i, k === 0 ? 9 : (i * 7 + k * 11) % 9, i * 24 * HOUR + k]),
  ).flat();

describe('accounts that hardly do anything else', () => {
  it('are no run where people come for one idea each', () => {
    expect(brief(votes(300, 30, crowd))).toEqual([]);
  });

  it.each([0, 1])('are one when fifteen support the same idea, however slowly they come, and %d other each', (others) => {
    const rows = [...crowd, ...slow(15, others)];
    const all = votes(315, 30, rows);
    const [run, ...more] = suspiciousRuns(all);
    expect(more).toEqual([]);
    expect(run).toMatchObject({ idea: 9 });
    expect(run!.votes.filter((row) => rows[row]![0] >= 300)).toHaveLength(15);
    expect(run!.expected).toBeLessThan(6);
    expect(suspiciousRuns(all, { brief: false })).toEqual([]); // the control: by arrival alone nothing shows
  });

  it('are none where newcomers usually flock to one idea or another', () => {
    const flocks = [3, 8, 14, 20, 25].flatMap((idea, f) => Array.from({ length: 15 }, (_, i): Row => [315 + f * 15 + i, idea, (f * 15 + i) * 4 * HOUR]));
    expect(brief(votes(390, 30, [...crowd, ...slow(15), ...flocks]))).toEqual([]);
  });

  it('are none when people who are vouched for do the same, and never those', () => {
    const vouched = Uint8Array.from({ length: 335 }, (_, account) => (account >= 315 ? 1 : 0));
    const known = slow(35).slice(15);
    expect(brief(votes(335, 30, [...crowd, ...slow(15), ...known], vouched))).toEqual([]);
    const none = suspectedVotes(votes(315, 30, [...crowd, ...slow(15)], Uint8Array.from({ length: 315 }, (_, account) => (account >= 300 ? 1 : 0))));
    expect(none.every((one) => one === 0)).toBe(true);
  });

  it('stay found the more they are', () => {
    for (const size of [15, 25, 60, 150]) {
      const held = suspectedVotes(votes(300 + size, 30, [...crowd, ...slow(size)]));
      expect(held.subarray(crowd.length).every((one) => one === 1), String(size)).toBe(true);
    }
  });
});

describe('suspicion', () => {
  const permuted = <T>(values: readonly T[], key: number) => values.map((value, i) => ({ value, at: Math.sin(i * 12.9898 + key) })).sort((a, b) => a.at - b.at).map(({ value }) => value);
  const burst: Row[] = Array.from({ length: 12 }, (_, i) => [315 + i, 4, 150 * HOUR + i * 60 + 0.5]);

  it('does not depend on how accounts and ideas are numbered, nor on the order of rows', () => {
    const rows = [...crowd, ...slow(15), ...burst];
    const plain = suspectedVotes(votes(327, 30, rows));
    expect(plain.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(27);
    fc.assert(
      fc.property(fc.nat(10_000), (key) => {
        const [accounts, ideas, order] = [permuted([...Array(327).keys()], key), permuted([...Array(30).keys()], key + 1), permuted([...rows.keys()], key + 2)];
        const turned = suspectedVotes(votes(327, 30, order.map((at): Row => [accounts[rows[at]![0]]!, ideas[rows[at]![1]]!, rows[at]![2]])));
        expect([...turned]).toEqual(order.map((at) => plain[at]!));
      }),
      { numRuns: 20 },
    );
  });

  it('comes to an end on whatever it is given: no times, one time, votes twice, ideas and accounts without any', () => {
    const row = fc.tuple(fc.nat(7), fc.nat(4), fc.constantFrom(Number.NaN, Infinity, -1, 0, 5, 1e18));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const held = suspectedVotes(votes(9, 6, rows as Row[]));
        expect(held).toHaveLength(rows.length);
      }),
    );
  });
});

describe('the law of varying shares', () => {
  it('has the logarithms of factorials', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) expect(logGamma(n + 1)).toBeCloseTo(Math.log((factorial *= n)), 9);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 9);
  });

  it('is even over all counts for Beta(1, 1), and binomial for a narrow one', () => {
    for (let count = 0; count <= 10; count++) expect(Math.exp(logBetaBinomialTail(count, 10, 1, 1))).toBeCloseTo((11 - count) / 11, 9);
    expect(Math.exp(logBetaBinomialTail(10, 10, 5e5, 5e5))).toBeCloseTo(2 ** -10, 6);
  });
});

describe('the order of time', () => {
  it('is that of a stable sort, over years to the millisecond', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 12 }), { maxLength: 200 }), (moments) => {
        const falling = moments.map((one) => one % 7).sort((a, b) => b - a);
        expect([...inOrderOf(Float64Array.from(falling))]).toEqual([...falling.keys()].sort((a, b) => falling[a]! - falling[b]! || a - b));
        const expected = [...moments.keys()].sort((a, b) => moments[a]! - moments[b]! || a - b);
        expect([...inOrderOf(Float64Array.from(moments, (one) => one / 1000))]).toEqual(expected);
      }),
    );
  });
});
