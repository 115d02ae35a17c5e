import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { compile } from '../../build/words.mjs';
import { dateFormat, formatPieces, formatText, type Message } from './format';

const format = (text: string, values: Record<string, string | number> = {}, locale = 'en') => formatText(compile(text, locale) as Message, locale, values);

describe('formatText', () => {
  it.each([
    ['Nothing special', {}],
    ['It’s {name}', { name: 'Noor' }],
    ['{count, plural, =0 {none} one {# vote} other {# votes}}', { count: 0 }],
    ['{count, plural, =0 {none} one {# vote} other {# votes}}', { count: 1 }],
    ['{count, plural, =0 {none} one {# vote} other {# votes}}', { count: 12345 }],
    ['{count, plural, offset:1 one {you and # other} other {you and # others}}', { count: 2 }],
    ['{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { place: 23 }],
    ['{who, select, staff {the team} other {a fan}} said {count, plural, one {it} other {them}}', { who: 'staff', count: 3 }],
    ['of {goal, number}', { goal: 10000 }],
    ['{share, number, ::percent}', { share: 0.25 }],
    ["'{literal}' braces", {}],
  ])('%s with %o reads as the reference implementation has it', (text, values) => {
    for (const locale of ['en', 'fr']) {
      expect(format(text, values, locale)).toBe(String(new IntlMessageFormat(text, locale).format(values)));
    }
  });

  it('counts French one from zero', () => {
    expect(format('{n, plural, one {# voix} other {# voix (plusieurs)}}', { n: 0 }, 'fr')).toBe('0 voix');
  });
});

describe('French', () => {
  it.each([
    ['L’équipe de {name} répond', 'Élivane', 'L’équipe d’Élivane répond'],
    ['Ce que {name} a dit', 'Inès', 'Ce qu’Inès a dit'],
    ['De {name}', 'Octave', 'D’Octave'],
    ['L’équipe de {name}', 'Brindlebrick', 'L’équipe de Brindlebrick'],
    ['Les idées de {name}', 'Yanis', 'Les idées de Yanis'],
    ['Un monde {name}', 'idéal', 'Un monde idéal'],
  ])('elides before a vowel: %s, of %s', (text, name, read) => {
    expect(format(text, { name }, 'fr')).toBe(read);
    expect(format(text, { name })).toBe(text.replace('{name}', name));
  });
});

describe('numbers and dates', () => {
  it('sets a minus, not a hyphen', () => {
    expect([format('{n, number}', { n: -11 }), format('{n}', { n: -1234 }, 'fr'), format('{a}-{n}', { a: 'x', n: 3 })]).toEqual(['−11', '−1\u202f234', 'x-3']);
  });

  it('says the first of a month as the French do', () => {
    const on = (day: string, locale: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }) => dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`2026-11-${day}T21:01:00Z`));
    expect(['01', '11', '21'].map((day) => on(day, 'fr'))).toEqual(['1er novembre 2026', '11 novembre 2026', '21 novembre 2026']);
    expect([on('01', 'fr', { dateStyle: 'full', timeStyle: 'long' }), on('01', 'fr', { dateStyle: 'short' }), on('01', 'en')]).toEqual(['dimanche 1er novembre 2026 à 21:01:00 UTC', '01/11/2026', 'November 1, 2026']);
  });
});

describe('formatPieces', () => {
  it('hands the inside of a tag to its maker', () => {
    const pieces = formatPieces<{ link: unknown }>(compile('Read the <link>terms of {name}</link>.', 'en') as Message, {
      locale: 'en',
      values: { name: 'Élivane', link: (children) => ({ link: children }) },
    });
    expect(pieces).toEqual(['Read the ', { link: ['terms of ', 'Élivane'] }, '.']);
  });
});
