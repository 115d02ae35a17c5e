import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genuineness, reasonsOf, shareOfTrust } from './genuineness.js';
import { type Interactions, interactionsWhere } from './interactions.js';
import { fitLogistic, predict } from './logistic.js';
import { constancy, raterFeatures } from './rater-features.js';
import { ratingBeliefs } from './rating-beliefs.js';

type Row = [from: number, to: number, value: number, time?: number];
const ratings = (accounts: number, ...rows: Row[]): Interactions => ({
  accounts,
  from: Int32Array.from(rows, ([from]) => from),
  to: Int32Array.from(rows, ([, to]) => to),
  value: Float32Array.from(rows, ([, , value]) => value),
  time: Float64Array.from(rows, ([, , , time = 0]) => time),
});
const DAY = 86_400;

describe('beliefs over ratings', () => {
  it('are by hand after one round', () => {
    // With even odds a praise is (1−ε + 2ε)/2 of the good, (ε + 1−2ε)/2 of the bad: (1+ε)/(1−ε) for ε = .1
    const { rater, rated } = ratingBeliefs(ratings(2, [0, 1, 1]), { error: 0.1, rounds: 1, damping: 0 });
    expect(rated[1]).toBeCloseTo(Math.log(1.1 / 0.9), 12);
    expect(rater[0]).toBeCloseTo(0, 12); // praise alone does not tell an honest rater from a deceiver
  });

  it('believe the many, and doubt who contradicts them', () => {
    const rows: Row[] = [0, 1, 2, 3].flatMap((rater): Row[] => [[rater, 5, 1], [rater, 6, 1], [rater, 7, -1]]);
    const { rater, rated } = ratingBeliefs(ratings(8, ...rows, [4, 5, -1], [4, 6, -1], [4, 7, 1]));
    expect(rater[0]).toBeGreaterThan(0);
    expect(rater[4]).toBeLessThan(0);
    expect(rated[5]).toBeGreaterThan(0);
    expect(rated[7]).toBeLessThan(0);
  });

  it('hear a weak rating less, unless told not to', () => {
    const of = (value: number, strength: number) => ratingBeliefs(ratings(2, [0, 1, value]), { strength, rounds: 2 }).rated[1]!;
    expect(of(0.1, 0.5)).toBeLessThan(of(1, 0.5));
    expect(of(0.1, 0)).toBe(of(1, 0));
  });

  it('do not depend on the order of ratings or the numbers of accounts, and stay finite', () => {
    const row = fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(-1, -0.5, 0.1, 1));
    fc.assert(fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const straight = ratingBeliefs(ratings(8, ...rows)).rater;
      const turned = ratingBeliefs(ratings(8, ...rows.toReversed().map(([from, to, value]): Row => [7 - from, 7 - to, value]))).rater;
      straight.forEach((odds, account) => expect(turned[7 - account]).toBeCloseTo(odds, 6));
      expect(straight.every(Number.isFinite)).toBe(true);
    }));
  });

  it('refuse an error that says nothing', () => {
    expect(() => ratingBeliefs(ratings(2, [0, 1, 1]), { error: 0.5 })).toThrow(RangeError);
  });
});

describe('what a rater is judged by', () => {
  it('is how long it lasted: none for a day, all for three years', () => {
    const [brief, month, long, none] = constancy(ratings(4, [0, 3, 1, 5], [0, 1, 1, 5], [1, 3, 1, 0], [1, 2, 1, 30 * DAY], [2, 0, 1, 0], [2, 1, 1, 2_000 * DAY]));
    expect([brief, long, none]).toEqual([0, 1, 0]);
    expect(month).toBeCloseTo(Math.log(31) / Math.log(1096), 12);
  });

  it('is nothing that it received', () => {
    const row = fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 }), fc.constantFrom(-1, 0.5, 1));
    fc.assert(fc.property(fc.array(row, { maxLength: 30 }), fc.array(row, { maxLength: 5 }), (rows, received) => {
      // account 0 is never rated in `rows`; by a stranger who rates nobody else it may be, without effect on its own figures
      const strangers = received.map(([, , value], i): Row => [6 + i, 0, value]);
      const own = (all: Row[]) => Object.values(raterFeatures(ratings(12, ...all))).map((column) => column[0]!);
      own([...rows, ...strangers]).forEach((figure, i) => expect(figure).toBeCloseTo(own(rows)[i]!, 9));
    }));
  });
});

describe('the estimate', () => {
  const evidence = { given: Float64Array.of(0.9, 0.5), constancy: Float64Array.of(0.5, 0.1) };

  it('is the mean of its evidence, and its reasons sum up to it', () => {
    expect([...genuineness(evidence)]).toEqual([0.7, 0.3]);
    const reasons = reasonsOf(evidence, 1);
    expect(reasons.map(({ kind }) => kind)).toEqual(['constancy', 'given']);
    expect(reasons.reduce((sum, { effect }) => sum + effect, 0.5)).toBeCloseTo(0.3, 12);
  });

  it('takes an even share of trust for a half, and refuses to judge by nothing', () => {
    expect([...shareOfTrust(Float64Array.of(0, 1, 3))]).toEqual([0, 0.5, 0.75]);
    expect(() => genuineness({})).toThrow(RangeError);
  });
});

describe('logistic regression', () => {
  it('finds the odds of a table of two by two', () => {
    // of x = 1: 3 of 4 are true; of x = 0: 1 of 4
    const rows = [[1], [1], [1], [1], [0], [0], [0], [0]];
    const model = fitLogistic(rows, [true, true, true, false, true, false, false, false], 1e-9);
    expect(predict(model, [1])).toBeCloseTo(0.75, 6);
    expect(predict(model, [0])).toBeCloseTo(0.25, 6);
  });

  it('stays bounded where the classes part cleanly', () => {
    expect(predict(fitLogistic([[0], [1]], [false, true]), [1])).toBeLessThan(0.9);
  });
});

describe('interactions', () => {
  it('are chosen by row, accounts keeping their numbers', () => {
    const chosen = interactionsWhere(ratings(3, [0, 1, 1], [2, 0, -1, 9]), (row) => row === 1);
    expect({ ...chosen, from: [...chosen.from], to: [...chosen.to], time: [...chosen.time] }).toMatchObject({ accounts: 3, from: [2], to: [0], time: [9] });
  });
});
