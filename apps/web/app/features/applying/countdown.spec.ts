import { expect, it } from 'vitest';
import { leftUntil } from './countdown';

const HOUR = 3_600_000;

it('counts days, and seconds on the last day only; nothing is left at the end', () => {
  const words = (rest: number) => leftUntil(rest, 0)?.map(({ unit, value }) => `${value} ${unit}`).join(' ');
  expect(words(26 * HOUR + 61_000)).toBe('1 days 2 hours 1 minutes');
  expect(words(24 * HOUR)).toBe('1 days 0 hours 0 minutes');
  expect(words(24 * HOUR - 1_000)).toBe('23 hours 59 minutes 59 seconds');
  expect(words(999)).toBe('0 hours 0 minutes 0 seconds');
  expect(words(0)).toBeUndefined();
});
