import { describe, expect, it } from 'vitest';
import { mentionsIn, renderMarkdown } from './markdown.js';

const PEOPLE = new Map([['ana', '/c/bricks/members/ana'], ['ben-b', '/c/bricks/members/ben-b']]);

describe('mentions', () => {
  it.each([
    ['Dear @ana, and @Ben-B.', ['ana', 'ben-b']],
    ['(@ana) "@ana" @ana!', ['ana']],
    ['mail ana@example.org or a@ana', []],
    ['`@ana` and\n\n    @ben-b\n\n[@cleo](https://x.example)', []],
    ['https://x.example/@ana', []],
    ['@@ana @a @ana@example', []],
    ['**@ana** > @ben_c', ['ana', 'ben_c']],
    [Array.from({ length: 30 }, (_, at) => `@fan${at}`).join(' '), Array.from({ length: 10 }, (_, at) => `fan${at}`)],
  ])('%s', (text, handles) => expect(mentionsIn(text)).toEqual(handles));

  it('lead to profiles of people there are', () => {
    expect(renderMarkdown('Hi @Ana and @nobody.', PEOPLE)).toBe('<p>Hi <a href="/c/bricks/members/ana" rel="nofollow ugc noopener">@Ana</a> and @nobody.</p>\n');
    expect(renderMarkdown('Hi @Ana and @nobody.')).toBe('<p>Hi @Ana and @nobody.</p>\n');
    expect(renderMarkdown('`@ana` [x @ana](https://x.example)', PEOPLE)).not.toContain('/members/');
  });
});
