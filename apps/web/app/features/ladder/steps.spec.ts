import { describe, expect, it } from 'vitest';
import { stepsOf } from './steps';

const rungs = [{ position: 1, support: 100, days: 60 }, { position: 2, support: 1_000, days: 365 }, { position: 3, support: 5_000, days: 182 }];

describe('the steps of the ladder', () => {
  it('say when they were reached, until when the next can be, and nothing of those above', () => {
    const grants = [{ position: 1, support: 80, reachedAt: '2026-03-01T00:00:00Z' }];
    expect(stepsOf({ rungs, reached: 1, grants, deadline: '2027-03-01T00:00:00Z' })).toEqual([
      { position: 1, support: 80, days: 60, state: 'reached', at: '2026-03-01T00:00:00Z' },
      { position: 2, support: 1_000, days: 365, state: 'next', at: '2027-03-01T00:00:00Z' },
      { position: 3, support: 5_000, days: 182, state: 'ahead', at: null },
    ]);
  });

  it('without a clock or a date say neither', () => {
    expect(stepsOf({ rungs, reached: 1, grants: [], deadline: null }).map(({ state, at }) => [state, at])).toEqual([
      ['reached', null], ['next', null], ['ahead', null],
    ]);
  });
});
