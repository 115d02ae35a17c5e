import { IDENTITY_LEVELS, type Level, LEVELS } from '@fanfare/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, holdThreshold, isStranger, type ReporterStanding, togetherOf, weightOf } from './report-weight.js';

const NOBODY: ReporterStanding = { level: 'NEWCOMER', levelWeight: 1, identity: 'CONFIRMED', upheld: 0, unfounded: 0, abusive: 0, brand: false };
const levelWeight = (level: Level) => LEVELS.indexOf(level) + 1;
const standing = (facts: Partial<ReporterStanding> = {}): ReporterStanding => ({ ...NOBODY, levelWeight: levelWeight(facts.level ?? 'NEWCOMER'), ...facts });
const reportOf = (facts: Partial<ReporterStanding> = {}) => ({ weight: weightOf(standing(facts)), established: !isStranger(standing(facts)) });
const times = <T>(count: number, one: T) => Array.from({ length: count }, () => one);

const anybody = fc.record({
  level: fc.constantFrom(...LEVELS), levelWeight: fc.integer({ min: 1, max: 10 }), identity: fc.constantFrom(...IDENTITY_LEVELS), upheld: fc.nat(40), unfounded: fc.nat(40), abusive: fc.nat(10), brand: fc.boolean(),
});
const newcomer = fc.record({
  level: fc.constant('NEWCOMER' as const), levelWeight: fc.integer({ min: 1, max: 10 }), identity: fc.constantFrom(...IDENTITY_LEVELS), upheld: fc.constant(0), unfounded: fc.nat(9), abusive: fc.nat(9), brand: fc.constant(false),
});

describe('what a report weighs', () => {
  it('follows identity, level and record, to hundredths', () => {
    expect(weightOf(standing({ identity: 'ANONYMOUS', level: 'CHAMPION', upheld: 40 }))).toBe(0);
    expect(weightOf(standing())).toBe(0.18);
    expect(weightOf(standing({ level: 'REGULAR' }))).toBe(0.52);
    expect(weightOf(standing({ upheld: 1 }))).toBe(0.41);
    expect(weightOf(standing({ upheld: 3 }))).toBe(0.74);
    expect(weightOf(standing({ level: 'CHAMPION', identity: 'VERIFIED', upheld: 15 }))).toBe(3.13);
    expect(weightOf(standing({ level: 'CHAMPION', identity: 'VERIFIED', unfounded: 8 }))).toBe(0.25);
    expect(weightOf(standing({ level: 'CHAMPION', identity: 'VERIFIED', upheld: 15, brand: true }))).toBe(0);
  });

  it('is bounded, never more after a report that was wrong, never less after one that was right', () => {
    fc.assert(fc.property(anybody, (somebody) => {
      const weight = weightOf(somebody);
      expect(weight).toBeGreaterThanOrEqual(0);
      expect(weight).toBeLessThanOrEqual(4.5);
      expect(weightOf({ ...somebody, unfounded: somebody.unfounded + 1 })).toBeLessThanOrEqual(weight);
      expect(weightOf({ ...somebody, abusive: somebody.abusive + 1 })).toBeLessThanOrEqual(weightOf({ ...somebody, unfounded: somebody.unfounded + 1 }));
      expect(weightOf({ ...somebody, upheld: somebody.upheld + 1 })).toBeGreaterThanOrEqual(weight);
    }));
  });
});

describe('what is held before a moderator has looked', () => {
  it('is what five members with good records report, and not what fifty newcomers do', () => {
    expect(holds(times(5, reportOf({ upheld: 1 })), 0)).toBe(true);
    expect(holds(times(5, reportOf({ level: 'FAN', upheld: 2 })), 0)).toBe(true);
    expect(holds(times(50, reportOf()), 0)).toBe(false);
    expect(holds(times(50, reportOf()), 500)).toBe(false);
    expect(holds(times(5, reportOf({ upheld: 3 })), 100)).toBe(false);
  });

  it('takes three people, whoever they are', () => {
    const champion = reportOf({ level: 'CHAMPION', identity: 'VERIFIED', upheld: 8 });
    expect(holds([champion, champion], 0)).toBe(false);
    expect(holds([champion, champion, reportOf({ brand: true })], 0)).toBe(false);
    expect(holds([champion, champion, champion], 0)).toBe(true);
  });

  it('is nothing that any number of newcomers wants held, anonymous or not', () => {
    fc.assert(fc.property(fc.array(newcomer, { maxLength: 300 }), fc.nat(100_000), fc.nat(5), (crowd, supporters, kept) => {
      expect(holds(crowd.map(reportOf), supporters, kept)).toBe(false);
    }));
  });

  it('is nothing that somebody supports, whatever crowd of anonymous accounts stands beside those who weigh something', () => {
    fc.assert(fc.property(fc.array(anybody, { maxLength: 12 }), fc.nat(3_000), fc.integer({ min: 1, max: 5_000 }), (some, crowd, supporters) => {
      const weighing = some.map(reportOf);
      const beside = times(crowd, reportOf({ identity: 'ANONYMOUS' }));
      expect(holds([...weighing, ...beside], supporters)).toBe(holds(weighing, supporters));
    }));
  });

  it('asks for more, the more support it has and the oftener it was let stand', () => {
    expect([0, 1, 10, 100, 1_000, 10_000].map((supporters) => Math.round(holdThreshold(supporters, 0) * 10) / 10)).toEqual([2, 3, 5.2, 12, 33.6, 102]);
    fc.assert(fc.property(fc.nat(100_000), fc.nat(6), fc.nat(1_000), (supporters, kept, more) => {
      expect(holdThreshold(supporters + more, kept)).toBeGreaterThanOrEqual(holdThreshold(supporters, kept));
      expect(holdThreshold(supporters, kept + 1)).toBe(2 * holdThreshold(supporters, kept));
    }));
  });

  it('never grows lighter by one more report', () => {
    fc.assert(fc.property(fc.array(anybody, { maxLength: 30 }), anybody, (some, one) => {
      expect(togetherOf([...some, one].map(reportOf))).toBeGreaterThanOrEqual(togetherOf(some.map(reportOf)));
    }));
  });
});
