import { describe, expect, it } from 'vitest';
import { isLong, withoutLinks } from './entry-excerpt';

describe('an entry on the wall', () => {
  it('is cut short for its length or its lines', () => {
    expect(isLong('We took it to the lake.')).toBe(false);
    expect(isLong('a '.repeat(300))).toBe(true);
    expect(isLong('- a board\n'.repeat(12))).toBe(true);
  });

  it('keeps the words of its links, and what only begins like one', () => {
    const html = '<p>See <a href="https://example.org/a" rel="nofollow ugc">the <em>whole</em> story</a> and <abbr>AFOL</abbr>.</p><article>x</article>';
    expect(withoutLinks(html)).toBe('<p>See the <em>whole</em> story and <abbr>AFOL</abbr>.</p><article>x</article>');
  });
});
