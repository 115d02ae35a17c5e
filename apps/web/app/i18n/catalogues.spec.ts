import { describe, expect, it } from 'vitest';
import { compile, languages, messagesOf } from '../../build/words.mjs';

type Packed = string | readonly (string | readonly unknown[])[];

/** Names of arguments, tags and choices of a compiled message, sorted. */
function placeholders(message: Packed): string[] {
  if (typeof message === 'string') return [];
  const found = message.flatMap((part) => (typeof part === 'string' ? [] : ofPart(part as readonly [string, string, unknown])));
  return [...new Set(found)].sort();
}

function ofPart([kind, name, inner]: readonly [string, string, unknown]): string[] {
  if (kind === '#') return [];
  const below = kind === 'x' ? placeholders(inner as Packed) : kind === 's' || kind === 'p' ? Object.values(inner as Record<string, Packed>).flatMap(placeholders) : [];
  return [`${kind === 'x' ? 'tag ' : ''}${name}`, ...below];
}

const all = languages();
const english = messagesOf('en');

describe('catalogues', () => {
  it('exist in English and French', () => {
    expect(all).toEqual(expect.arrayContaining(['en', 'fr']));
  });

  it.each(all)('%s has every message, and no other', (language) => {
    expect(Object.keys(messagesOf(language)).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(all)('%s is well-formed, never empty, with the same placeholders', (language) => {
    for (const [key, text] of Object.entries(messagesOf(language))) {
      expect(text.trim(), key).not.toBe('');
      expect(placeholders(compile(text, language)), `${language} ${key}`).toEqual(placeholders(compile(english[key]!, 'en')));
    }
  });

  it('French does not break a line before what ends a phrase, nor inside of guillemets', () => {
    expect(compile('Voter « {title} » : oui ?', 'fr')).toEqual(['Voter «\u00a0', ['a', 'title'], '\u00a0»\u00a0: oui\u202f?']);
    expect(compile('A « b » : c ?', 'en')).toBe('A « b » : c ?');
  });

  it('French spaces its double punctuation with a space, and uses the typographic apostrophe', () => {
    const french = Object.entries(messagesOf('fr')).map(([key, text]) => `${key}: ${text.replace(/\{[^{}]*[{]|https?:\/\//g, '')}`);
    expect(french.filter((line) => /\w'\w/.test(line))).toEqual([]);
    expect(french.filter((line) => /\p{L}[?!;»]/u.test(line.replace(/^[^:]*: /, '')))).toEqual([]);
  });
});
