import { expect, it } from 'vitest';
import { lastDays } from './last-days';

it('fills the days that brought nobody, and leaves out those before', () => {
  const days = [{ day: '2026-10-31', visitors: 9 }, { day: '2026-11-20', visitors: 4 }, { day: '2026-11-22', visitors: 2 }];
  expect(lastDays(days, Date.parse('2026-11-22T23:59:00Z'), 4)).toEqual([0, 4, 0, 2]);
  expect(lastDays(days, Date.parse('2026-11-23T00:00:00Z'), 2)).toEqual([2, 0]);
});
