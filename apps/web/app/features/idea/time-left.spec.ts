import { describe, expect, it } from 'vitest';
import { isSoon, isWorthSaying, timeLeft } from './time-left';

const now = Date.parse('2026-03-01T12:00:00Z');
const at = (text: string) => timeLeft(text, now);

describe('time left', () => {
  it('speaks of days while there are more than two', () => {
    expect(at('2026-03-07T11:00:00Z')).toEqual({ unit: 'day', count: 6 });
    expect(at('2026-03-03T12:00:01Z')).toEqual({ unit: 'day', count: 3 });
  });

  it('then of hours, then of minutes, never of none', () => {
    expect(at('2026-03-03T12:00:00Z')).toEqual({ unit: 'hour', count: 48 });
    expect(at('2026-03-01T13:00:00Z')).toEqual({ unit: 'minute', count: 60 });
    expect(at('2026-03-01T12:00:01Z')).toEqual({ unit: 'minute', count: 1 });
  });

  it('is nothing without a deadline, past it, or when it cannot be read', () => {
    expect(timeLeft(null, now)).toBeNull();
    expect(at('2026-03-01T12:00:00Z')).toBeNull();
    expect(at('soon')).toBeNull();
  });

  it('is said on a card within two weeks and stands out in the last three days', () => {
    expect(isWorthSaying(at('2026-03-15T12:00:00Z'))).toBe(true);
    expect(isWorthSaying(at('2026-03-15T12:00:01Z'))).toBe(false);
    expect(isWorthSaying(null)).toBe(false);
    expect(isSoon(at('2026-03-04T12:00:00Z'))).toBe(true);
    expect(isSoon(at('2026-03-05T12:00:00Z'))).toBe(false);
    expect(isSoon(at('2026-03-01T14:00:00Z'))).toBe(true);
  });
});
