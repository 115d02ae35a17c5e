import { describe, expect, it } from 'vitest';
import { parseSearch } from './search.terms.js';

/** A short writing of what was understood: `-` negated, `"…"` phrase, `*` prefix, `|` alternatives. */
const read = (text: string) =>
  parseSearch(text)
    .map(({ terms, negated }) => (negated ? '-' : '') + terms.map(({ text, phrase, prefix }) => (phrase ? `"${text}"` : text) + (prefix ? '*' : '')).join('|'))
    .join(' ');

describe('a search', () => {
  it.each([
    ['red bricks', 'red bricks*'],
    ['red bricks ', 'red bricks'],
    ['"red bricks" train', '"red bricks" train*'],
    ['train -monorail', 'train -monorail'],
    ['train -"mono rail" x', 'train -"mono rail" x'],
    ['train OR tram station', 'train|tram station*'],
    ['OR train', 'train*'],
    ['l’école d\'été', 'école été*'],
    ['aujourd’hui', 'aujourd’hui'],
    ['e-mail', 'e-mail'],
    ['2x4/black', '2x4 black*'],
    ['中文句子', '中文句子*'],
    ['C++ & (x)', 'C x'],
    ['"unfinished', 'unfinished*'],
    ['-', ''],
    ['""', ''],
    ['  \u0000 ', ''],
    ['-- a', 'a'],
  ])('%j is read as %j', (text, expected) => expect(read(text)).toBe(expected));

  it('is cut where nobody types on', () => {
    expect(parseSearch('word '.repeat(1000))).toHaveLength(12);
    expect(parseSearch('x'.repeat(1000))[0]!.terms[0]!.text).toHaveLength(200);
  });
});
