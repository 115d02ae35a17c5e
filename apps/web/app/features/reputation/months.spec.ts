import { expect, it } from 'vitest';
import { monthBeside, monthOf } from './months';

it('a list of the best is of the month that was asked for, and never of one to come', () => {
  expect(['2026-02', '2026-13', 'x', null, '2027-01', '2026-11'].map((asked) => monthOf(asked, '2026-11'))).toEqual(['2026-02', '2026-11', '2026-11', '2026-11', '2026-11', '2026-11']);
});

it('months follow each other over the turn of a year', () => {
  expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});
