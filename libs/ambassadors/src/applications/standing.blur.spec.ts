import { expect, it } from 'vitest';
import { blurred } from './standing.blur.js';

it('tells a blind panel roughly, in an order that gives nothing away', () => {
  const standing = {
    level: 'FAN', score: 347, months: 17, heldVotes: 3,
    merits: [{ rule: 'B_RULE', times: 19 }, { rule: 'A_RULE', times: 12 }, { rule: 'C_RULE', times: 1 }], topics: [{ category: 'Sets', ideas: 4 }],
  };
  expect(blurred(standing)).toEqual({
    level: 'FAN', score: 350, months: 12, heldVotes: 2,
    merits: [{ rule: 'A_RULE', times: 10 }, { rule: 'B_RULE', times: 10 }, { rule: 'C_RULE', times: 1 }], topics: [{ category: 'Sets', ideas: 2 }],
  });
  expect(blurred({ ...standing, heldVotes: 0, months: 5, score: 0 })).toMatchObject({ heldVotes: 0, months: 0, score: 0 });
});
