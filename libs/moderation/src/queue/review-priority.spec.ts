import { DAY, HOUR } from '@fanfare/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_CATEGORIES } from '../reports/report.category.js';
import { explainedPriority } from './review-factors.js';
import { priorityOf, reachOf, reportFactorOf, SEVERITY, severityOf, worstOf } from './review-priority.js';

const opened = new Date('2026-03-01T00:00:00Z');
const factors = { severity: 4, reach: 2, reportWeight: 1.5, openedAt: opened };

describe('the priority of an item', () => {
  it('is the product of its factors, and doubles each day', () => {
    expect(priorityOf(factors, opened)).toBe(12);
    expect(priorityOf(factors, new Date(opened.getTime() + DAY))).toBe(24);
    expect(priorityOf(factors, new Date(opened.getTime() + 10 * DAY))).toBe(12 * 1024);
  });

  it('keeps its order whatever the time', () => {
    const item = fc.record({
      severity: fc.integer({ min: 1, max: 5 }), reach: fc.double({ min: 1, max: 20, noNaN: true }), reportWeight: fc.double({ min: 1, max: 50, noNaN: true }),
      openedAt: fc.integer({ min: 0, max: 20 * 24 }).map((hours) => new Date(opened.getTime() + hours * HOUR)),
    });
    const rank = (one: typeof factors) => Math.log2(one.severity * one.reach * one.reportWeight) - (one.openedAt.getTime() - opened.getTime()) / DAY;
    fc.assert(fc.property(item, item, fc.integer({ min: 0, max: 30 }), (a, b, days) => {
      const now = new Date(opened.getTime() + (20 + days) * DAY);
      if (Math.abs(rank(a) - rank(b)) > 1e-9) expect(priorityOf(a, now) > priorityOf(b, now)).toBe(rank(a) > rank(b));
    }));
  });

  it('takes the worst of what it is called', () => {
    expect(severityOf([])).toBe(2);
    expect(severityOf(['OFF_TOPIC'])).toBe(1);
    expect(severityOf(['SPAM', 'HATE', 'OFF_TOPIC'])).toBe(4);
    expect(worstOf(['SPAM', 'ILLEGAL_CONTENT', 'HATE'])).toBe('ILLEGAL_CONTENT');
    expect(worstOf([])).toBeNull();
    expect(REPORT_CATEGORIES.every((category) => SEVERITY[category] >= 1 && SEVERITY[category] <= 5)).toBe(true);
  });

  it('grows with reach and reports', () => {
    expect(reachOf({ supporters: 0, comments: 0 })).toBe(1);
    expect(reachOf({ supporters: 900, comments: 123 })).toBe(11);
    expect(reportFactorOf(2.5)).toBe(3.5);
  });

  it('is explained in both languages, each number with what it comes from', () => {
    const item = { severity: 4, categories: ['HATE' as const], reach: 11, supporters: 900, comments: 123, reportWeight: 3.5, openedAt: opened };
    const { value, factors: told } = explainedPriority(item, 5, new Date(opened.getTime() + DAY));
    expect(value).toBe(308);
    expect(told.map(({ kind, value: number }) => [kind, number])).toEqual([['SEVERITY', 4], ['REACH', 11], ['REPORTS', 3.5], ['WAITING', 2]]);
    expect(told.map(({ words }) => words.en)).toEqual([
      'The worst it is called: hate', '900 behind it, 123 comments: 1 + log2(1 + 1023)', '5 reports weigh 2.5 together: 1 + 2.5', 'Waiting for 24 hours: doubles each day',
    ]);
    expect(told[2]!.words.fr).toBe('5 signalements pèsent ensemble 2,5 : 1 + 2,5');
  });
});
