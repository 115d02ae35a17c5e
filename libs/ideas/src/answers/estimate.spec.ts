import { describe, expect, it } from 'vitest';
import { estimateOf, type EstimatePrecision, periodOf } from './estimate.js';

const CASES: [day: string, precision: EstimatePrecision, from: string, until: string][] = [
  ['2028-02-29', 'MONTH', '2028-02-01', '2028-02-29'],
  ['2027-02-01', 'MONTH', '2027-02-01', '2027-02-28'],
  ['2027-12-31', 'MONTH', '2027-12-01', '2027-12-31'],
  ['2027-03-31', 'QUARTER', '2027-01-01', '2027-03-31'],
  ['2027-11-05', 'QUARTER', '2027-10-01', '2027-12-31'],
  ['2027-07-14', 'YEAR', '2027-01-01', '2027-12-31'],
];

describe('an estimate', () => {
  it.each(CASES)('%s to the %s is %s to %s', (day, precision, from, until) => {
    const period = periodOf({ from: day, precision });
    expect(period).toEqual({ from, precision });
    expect(estimateOf(period.from, period.precision)).toEqual({ from, until, precision });
  });

  it.each(['2027-02-29', '2027-04-31', '2027-00-10', '2027-13-01', '1999-12-31', '2200-01-01', 'tomorrow', '0000-00-00'])('is refused for %s', (from) => {
    expect(() => periodOf({ from, precision: 'MONTH' })).toThrow('INVALID_INPUT');
  });

  it('is none where there is none', () => {
    expect(estimateOf(null, null)).toBeNull();
  });
});
