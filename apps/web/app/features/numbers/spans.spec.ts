import { expect, it } from 'vitest';
import { spansOf } from './spans';

const NOW = Date.parse('2026-11-22T15:00:00Z');

it('draws each day up to today, also those that brought nobody', () => {
  const { by, spans } = spansOf([{ day: '2026-11-20', visitors: 3 }, { day: '2026-11-22', visitors: 5 }], { from: '2026-11-19', to: '2026-11-30' }, NOW);
  expect([by, spans.map(({ visitors }) => visitors)]).toEqual(['DAY', [0, 3, 0, 5]]);
});

it('draws weeks of a long period, and loses nobody', () => {
  const { by, spans } = spansOf([{ day: '2026-08-01', visitors: 1 }, { day: '2026-08-07', visitors: 2 }, { day: '2026-08-08', visitors: 4 }], { from: '2026-08-01', to: '2026-12-31' }, NOW);
  expect([by, spans.slice(0, 2), spans.reduce((sum, { visitors }) => sum + visitors, 0)]).toEqual(['WEEK', [{ from: '2026-08-01', visitors: 3 }, { from: '2026-08-08', visitors: 4 }], 7]);
});
