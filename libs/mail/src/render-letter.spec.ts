import { describe, expect, it } from 'vitest';
import { languageFor, type Letter } from './letter.js';
import { renderLetter } from './render-letter.js';

const LETTER: Letter = {
  subject: 'Hello\r\nBcc: everyone@example.org',
  greeting: 'Hello <b>Ada</b> & "co",',
  paragraphs: ['one paragraph', 'see https://example.org/a?b=1&c=2 please'],
  code: '12345678',
  button: { label: 'Press <me>', url: 'https://example.org/go?x="1"&y=2' },
  closing: 'small print',
};

describe('a rendered letter', () => {
  it('says the same in text and HTML', () => {
    const { text, html } = renderLetter(LETTER, 'en', 'https://example.org');
    for (const word of ['one paragraph', '12345678', 'small print']) {
      expect(text).toContain(word);
      expect(html).toContain(word);
    }
    expect(text).toContain('https://example.org/go?x="1"&y=2');
    expect(text.split('\n').map((line) => line.trim())).toContain('12345678');
  });

  it('lets nobody’s name become markup or a header', () => {
    const { subject, html } = renderLetter(LETTER, 'en', 'https://example.org');
    expect(subject).toBe('Hello Bcc: everyone@example. org');
    expect(html).not.toContain('<b>Ada');
    expect(html).not.toContain('<me>');
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(html).toContain('href="https://example.org/go?x=&#34;1&#34;&#38;y=2"');
  });

  it('has nothing to press but what leads to our own site', () => {
    const name = 'https://prize.example/now www.prize.example ada@prize.example prize.example。com https://example.org.prize.example';
    const item = { heading: name, line: name, quote: name, url: 'https://example.org/ideas/1', note: 'You backed it.' };
    const links = [{ label: name, url: 'https://example.org/stop' }];
    const letter = { subject: name, greeting: `Hello ${name},`, paragraphs: [`${name} asks: https://example.org/go`], items: [item], closing: name, links };
    const { subject, text, html } = renderLetter(letter, 'en', 'https://example.org');
    for (const said of [subject, text, html.replace(/^.*<body/s, '').replaceAll(/href="[^"]*"/g, '')]) {
      const found = said.match(/https?:\/\/[^\s<]+|[\w@.-]+[.。]\p{L}{2,}/gu) ?? [];
      expect(found.filter((address) => !address.startsWith('https://example.org/'))).toEqual([]);
    }
    expect(html.match(/href="[^"]*"/g)?.filter((link) => !link.startsWith('href="https://example.org/'))).toEqual([]);
    expect(text).toContain('https://example.org/go');
    expect(text).toContain('https: //prize. example/now www. prize. example');
    expect(renderLetter({ ...LETTER, greeting: 'Hello J.R.R. Tolkien, at 9.30,' }, 'en', 'https://example.org').text).toContain('Hello J.R.R. Tolkien, at 9.30,');
  });

  it('stands in the reader’s language and loads nothing from anywhere', () => {
    const { text, html } = renderLetter(LETTER, 'fr', 'https://example.org');
    expect(html).toContain('<html lang="fr">');
    expect(text).toContain('Press <me> :\n');
    expect(html).not.toMatch(/<(img|link|script|iframe)|url\(/);
    expect(html).toContain('prefers-color-scheme:dark');
  });
});

it.each([['fr', 'fr'], ['fr-CA', 'fr'], ['FR', 'fr'], ['en-GB', 'en'], ['de', 'en'], ['', 'en'], ['fro', 'en']])('a reader of %s gets %s', (locale, language) => {
  expect(languageFor(locale)).toBe(language);
});
