import { describe, expect, it } from 'vitest';
import { COMMENT_ORDERS, FIRST_IDEA, formatIdea, orderOfComments, parseIdea } from './idea-state';

describe("the address of an idea's page", () => {
  it('says nothing for the plain page', () => {
    expect(formatIdea(FIRST_IDEA)).toBe('');
  });

  it('reads back what it wrote', () => {
    for (const comments of COMMENT_ORDERS) {
      for (const open of [{}, { versions: true }, { editing: true }, { wordings: '0190-id' }]) {
        const state = { ...FIRST_IDEA, comments, after: 'a+/=', ...open };
        expect(parseIdea(new URLSearchParams(formatIdea(state)))).toEqual(state);
      }
    }
  });

  it('takes what it does not know as not said', () => {
    expect(parseIdea(new URLSearchParams('comments=best&show=all'))).toEqual(FIRST_IDEA);
    expect(orderOfComments('helpful')).toBe('HELPFUL');
  });
});
