import { describe, expect, it } from 'vitest';
import { translatorFor, registerWords } from '~/i18n/translator';
import { clockOf, isHeld, waitedFor } from './waiting';

const now = Date.parse('2026-03-04T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('how long something has waited', () => {
  it('is said in the largest unit that fits', () => {
    registerWords('en', {});
    const t = translatorFor('en');
    expect([0, 5, 59, 60, 179, 24 * 60, 3 * 24 * 60 + 5].map((minutes) => waitedFor(t, ago(minutes), now, 'long'))).toEqual([
      '0 minutes', '5 minutes', '59 minutes', '1 hour', '2 hours', '1 day', '3 days',
    ]);
  });
});

describe('a lease', () => {
  it('counts down to nothing', () => {
    expect([-300, -60.2, -1, 0, 5].map((seconds) => clockOf(ago(seconds / 60), now))).toEqual(['5:00', '1:01', '0:01', '0:00', '0:00']);
    expect([isHeld({ until: ago(-1) }, now), isHeld({ until: ago(0) }, now), isHeld(null, now)]).toEqual([true, false, false]);
  });
});
