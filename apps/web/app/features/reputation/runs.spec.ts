import { expect, it } from 'vitest';
import { runsOf } from './runs';

const line = (code: string, idea: string, change: object = {}) => ({
  points: 1, reversal: false, reversedBy: null, disputedAt: null, rule: { code }, cause: { ideas: [{ id: idea }], comments: [] }, ...change,
});

it('tells three votes in a row for one idea as one, and nothing else', () => {
  const vote = line('VOTE_RECEIVED', 'a');
  const lengths = (lines: readonly ReturnType<typeof line>[]) => runsOf(lines).map(({ length }) => length);
  expect(lengths([vote, vote, vote])).toEqual([3]);
  expect(lengths([vote, vote])).toEqual([1, 1]);
  expect(lengths([vote, vote, line('VOTE_RECEIVED', 'b'), vote])).toEqual([1, 1, 1, 1]);
  expect(lengths([vote, vote, vote, line('RUNG_REACHED', 'a')])).toEqual([3, 1]);
  for (const change of [{ reversal: true }, { reversedBy: 'x' }, { disputedAt: 'then' }]) {
    expect(lengths([vote, vote, vote, line('VOTE_RECEIVED', 'a', change), vote])).toEqual([3, 1, 1]);
  }
});
