import { describe, expect, it } from 'vitest';
import { periodsFrom, widen } from './estimate';

const NOVEMBER = Date.UTC(2026, 10, 22, 23, 59);

describe('the periods that are offered', () => {
  it('begin with the one that runs now and cross the year', () => {
    expect(periodsFrom(NOVEMBER, 'MONTH').slice(0, 3).map(({ from }) => from)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
    expect(periodsFrom(NOVEMBER, 'QUARTER').slice(0, 2).map(({ from }) => from)).toEqual(['2026-10-01', '2027-01-01']);
    expect(periodsFrom(NOVEMBER, 'YEAR').slice(0, 2).map(({ from }) => from)).toEqual(['2026-01-01', '2027-01-01']);
  });

  it('are each named once', () => {
    for (const precision of ['MONTH', 'QUARTER', 'YEAR'] as const) {
      const all = periodsFrom(NOVEMBER, precision).map(({ from }) => from);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe('another precision', () => {
  it('keeps the day inside the period', () => {
    const may = { from: '2027-05-01', precision: 'MONTH' } as const;
    expect(widen(may, 'QUARTER').from).toBe('2027-04-01');
    expect(widen(may, 'YEAR').from).toBe('2027-01-01');
    expect(widen({ from: '2027-12-31', precision: 'MONTH' }, 'QUARTER').from).toBe('2027-10-01');
  });
});
