import { describe, expect, it } from 'vitest';
import { momentsOf, parsePeriod, presetPeriod } from './period';

const NOW = new Date('2026-11-22T23:30:00Z');
const parsed = (query: string) => parsePeriod(new URLSearchParams(query), NOW);

describe('a period', () => {
  it('is what the address says, both days in it', () => {
    expect(parsed('from=2026-02-01&to=2026-02-28')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(momentsOf({ from: '2026-02-01', to: '2026-02-28' })).toEqual({ from: '2026-02-01T00:00:00.000Z', to: '2026-03-01T00:00:00.000Z' });
  });

  it('may be given the other way round', () => expect(parsed('from=2026-02-28&to=2026-02-01')).toEqual({ from: '2026-02-01', to: '2026-02-28' }));

  it.each(['', 'from=2026-02-01', 'from=2026-02-30&to=2026-03-01', 'from=yesterday&to=today', 'from=2026-2-1&to=2026-2-2', 'from=2026-13-01&to=2026-13-02'])(
    'is this month where the address says nothing of use: %s',
    (query) => expect(parsed(query)).toEqual({ from: '2026-11-01', to: '2026-11-30' }),
  );

  it('has presets, which know about years', () => {
    expect(presetPeriod('lastMonth', new Date('2027-01-05T00:00:00Z'))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(presetPeriod('quarter', NOW)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(presetPeriod('year', NOW)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });
});
