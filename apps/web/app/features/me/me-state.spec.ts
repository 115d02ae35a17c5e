import { describe, expect, it } from 'vitest';
import { formatMe, ME_TABS, parseMe, variablesOf } from './me-state';

describe("the address of one's own page", () => {
  it('reads back what it wrote', () => {
    for (const tab of ME_TABS) {
      for (const after of [null, 'x+/=']) expect(parseMe(new URLSearchParams(formatMe({ tab, after })))).toEqual({ tab, after });
    }
    expect(parseMe(new URLSearchParams('tab=secrets'))).toEqual({ tab: 'ideas', after: null });
  });

  it('asks for one kind of thing', () => {
    const asked = variablesOf('bricks', { tab: 'votes', after: null });
    expect([asked.withIdeas, asked.withVotes, asked.withComments]).toEqual([false, true, false]);
  });
});
