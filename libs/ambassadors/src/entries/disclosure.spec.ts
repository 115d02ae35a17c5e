import { describe, expect, it } from 'vitest';
import { disclosureIn, lookFor } from './disclosure.js';
import { wordsOfPage } from './page-words.js';

const HTML = 'text/html; charset=utf-8';
const page = (html: string, type = HTML) => wordsOfPage(Buffer.from(html), type);

describe('the words of a page', () => {
  it('are what a reader sees, entities and accents and all, with its title and links', () => {
    const { title, text, links } = page('<title>Two&nbsp;weeks</title><p>Publicit&eacute; pay&#233;e</p><a href="/r/abc">go</a>');
    expect([title, text, links]).toEqual(['Two weeks', 'Two weeks Publicité payée go', ['/r/abc']]);
    expect(page('Sponsored by us https://x.example/r/abc', 'text/plain').links).toEqual(['https://x.example/r/abc']);
  });

  it.each([
    ['a comment', '<!-- #ad -->'],
    ['a script', '<script>"#ad"</script>'],
    ['a style', '<style>p::after { content: "#ad" }</style>'],
    ['a template', '<template><p>#ad</p></template>'],
    ['what is hidden', '<div hidden><p>#ad</p></div>'],
    ['what is not displayed', '<div style="color: red; display : none"><p>#ad</p></div>'],
    ['what is invisible', '<span style="visibility:hidden">#ad</span>'],
    ['what has no size', '<span style="font-size:0px">#ad</span>'],
    ['what is see-through', '<span style="opacity:0">#ad</span>'],
    ['an alternative text', '<img alt="#ad" src="x.png">'],
    ['what a stray end lets out', '</script></svg><script>#ad</script>'],
  ])('are not those of %s', (_, html) => {
    const { text } = page(`${html}<p>A trip.</p>`);
    expect([disclosureIn(text, ['#ad']), text]).toEqual([null, 'A trip.']);
  });

  it('go on after what was hidden, and know what is only faint', () => {
    expect(page('<p hidden>no<br>no</p><p style="opacity:0.5">#ad</p>').text).toBe('#ad');
  });

  it('are those of the post where a network puts them into the head', () => {
    expect(disclosureIn(page('<meta property="og:description" content="My week #ad">').text, ['#ad'])).toBe('#ad');
  });
});

describe('a disclosure', () => {
  it.each(['Look: #ad', 'LOOK #AD!', '(#Ad)', '# ad', '#a\u00add', '#ad, #travel', 'a trip—#ad—by bus'])('is found in “%s”', (text) => {
    expect(disclosureIn(text, ['#ad'])).toBe('#ad');
  });

  it.each(['#advice', '#adventure', '#ad_venture', '#ad2', '##ad', 'add', 'an ad', 'brand#ad', '#ad-free', 'bad'])('is not “#ad” in “%s”', (text) => {
    expect(disclosureIn(text, ['#ad'])).toBeNull();
  });

  it.each([
    ['COLLABORATION  COMMERCIALE avec la marque', 'collaboration commerciale'],
    ['Publicite', 'publicité'],
    ['en partenariat rémunéré', 'Partenariat rémunéré'],
    ['Sponsored\u00a0by the maker', 'sponsored by'],
    ['I’m an ambassador', "I'm an ambassador"],
  ])('is found whatever its case, accents and spaces: “%s”', (text, word) => {
    expect(disclosureIn(text, ['nothing', word])).toBe(word);
  });

  it.each([
    ['This is not sponsored.', 'sponsored'],
    ['Unsponsored, un-sponsored.', 'sponsored'],
    ['This isn’t an ad.', 'ad'],
    ['Ce n’est pas une publicité.', 'publicité'],
    ['sans collaboration commerciale', 'collaboration commerciale'],
  ])('that is denied is none: “%s”', (text, word) => {
    expect(disclosureIn(text, [word])).toBeNull();
    expect(disclosureIn(`${text} Yes: ${word}`, [word])).toBe(word);
  });

  it('is all that was asked for, the tracking link too; nothing asked for is nothing found', () => {
    const seen = page('<p>#ad</p><a href="https://x.example/r/abcdefGHIJ_-?a=b">go</a>');
    expect(lookFor(seen, { words: ['#ad'], tokens: ['abcdefGHIJ_-'] }).verdict).toBe('FOUND');
    expect(lookFor(seen, { words: ['#ad'], tokens: ['abcdefGHIJ_'] })).toMatchObject({ verdict: 'MISSING', lookedFor: [{ found: '#ad' }, { kind: 'TRACKING_LINK', found: null }] });
    expect(lookFor(seen, { words: [], tokens: [] }).verdict).toBe('MISSING');
    expect(disclosureIn('anything', [' ', '\u200b'])).toBeNull();
  });
});
