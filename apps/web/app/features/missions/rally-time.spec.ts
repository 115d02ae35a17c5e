import { expect, it } from 'vitest';
import { busiest, leftUntil, phaseOf } from './rally-time';

const HOUR = { startsAt: '2026-11-22T20:00:00.000Z', endsAt: '2026-11-22T21:00:00.000Z' };
const at = (time: string) => Date.parse(`2026-11-${time}.000Z`);

it('an hour is before, during and after itself, to the second', () => {
  expect(['22T19:59:59', '22T20:00:00', '22T20:59:59', '22T21:00:00'].map((time) => phaseOf(HOUR, at(time)))).toEqual(['before', 'during', 'during', 'after']);
});

it('what is left is counted in days, hours, minutes and seconds, and never below nothing', () => {
  expect(leftUntil(HOUR.startsAt, at('20T18:58:57'))).toEqual({ days: 2, hours: 1, minutes: 1, seconds: 3 });
  expect(leftUntil(HOUR.startsAt, at('22T20:00:01'))).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
});

it('the busiest five minutes are the first of the most', () => {
  expect([busiest([0, 3, 1, 3]), busiest([0, 0]), busiest([])]).toEqual([{ slice: 1, acted: 3 }, null, null]);
});
