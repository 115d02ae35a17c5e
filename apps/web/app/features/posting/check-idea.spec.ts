import { describe, expect, it } from 'vitest';
import { checkIdea } from './check-idea';
import { EMPTY_TEXT } from './draft-state';

const good = { ...EMPTY_TEXT, title: 'A pier with a ferry', body: 'Ships need somewhere to go, and so do I.', category: 'c1' };

describe('an idea about to be posted', () => {
  it('needs a title, a text and a category', () => {
    expect(Object.keys(checkIdea(EMPTY_TEXT, true))).toEqual(['title', 'body', 'category']);
    expect(checkIdea(good, true)).toEqual({});
  });

  it('needs no category where there are none', () => {
    expect(checkIdea({ ...good, category: null }, false)).toEqual({});
  });

  it('is measured without the blanks around it, and has an end', () => {
    expect(checkIdea({ ...good, title: '   pier    ' }, true).title?.key).toBe('posting.errorTitleEmpty');
    expect(checkIdea({ ...good, title: 'x'.repeat(121) }, true).title?.key).toBe('posting.errorTitleLong');
    expect(checkIdea({ ...good, body: 'x'.repeat(10_001) }, true).body?.key).toBe('posting.errorBodyLong');
  });
});
