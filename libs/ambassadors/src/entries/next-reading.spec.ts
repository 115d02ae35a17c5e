import { DAY, HOUR } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { nextReading, type Reading } from './next-reading.js';

const NOW = new Date('2026-05-01T12:00:00Z');
const at = (ms: number) => new Date(NOW.getTime() + ms);
const plan = (reading: Partial<Reading>) => nextReading({ verdict: 'FOUND', failures: 0, firstFoundAt: null, isAccepted: false, ...reading }, NOW);

describe('a page is read again', () => {
  it('a week and a month after it was found first, and then no more', () => {
    expect(plan({})).toEqual({ nextAt: at(7 * DAY), failures: 0, firstFoundAt: NOW });
    expect(plan({ firstFoundAt: at(-7 * DAY), failures: 2 })).toEqual({ nextAt: at(23 * DAY), failures: 0, firstFoundAt: at(-7 * DAY) });
    expect(plan({ firstFoundAt: at(-30 * DAY) }).nextAt).toBeNull();
  });

  it('after ten minutes, an hour and a day when it could not be, and then on its days if it ever was found', () => {
    const waits = [0, 1, 2, 3].map((failures) => plan({ verdict: 'UNREACHABLE', failures }).nextAt);
    expect(waits).toEqual([at(HOUR / 6), at(HOUR), at(DAY), null]);
    expect(plan({ verdict: 'UNREACHABLE', failures: 3, firstFoundAt: at(-8 * DAY) })).toEqual({ nextAt: at(22 * DAY), failures: 4, firstFoundAt: at(-8 * DAY) });
  });

  it('daily for a week when accepted work lost its words, and not at all before it is sent again', () => {
    expect(plan({ verdict: 'MISSING' })).toEqual({ nextAt: null, failures: 1, firstFoundAt: null });
    expect(plan({ verdict: 'MISSING', isAccepted: true, failures: 6 }).nextAt).toEqual(at(DAY));
    expect(plan({ verdict: 'MISSING', isAccepted: true, failures: 7 }).nextAt).toBeNull();
  });
});
