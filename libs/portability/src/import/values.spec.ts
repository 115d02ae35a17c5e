import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, importedText, parseTime, shorten, slugOf, titleFrom } from './values.js';

describe('times', () => {
  it.each([
    ['2015-09-26T14:05:04+0200', '2015-09-26T12:05:04.000Z'],
    ['2015-09-26T14:05:04+02:00', '2015-09-26T12:05:04.000Z'],
    ['2016-03-17T14:25:48', '2016-03-17T14:25:48.000Z'],
    ['2016-03-17 14:25:48', '2016-03-17T14:25:48.000Z'],
    ['2016-01-22', '2016-01-22T00:00:00.000Z'],
    ['1524885985717', '2018-04-28T03:26:25.717Z'],
    ['1524885985', '2018-04-28T03:26:25.000Z'],
  ])('reads %s', (text, expected) => expect(parseTime(text)?.toISOString()).toBe(expected));

  it.each(['', 'yesterday', '2016-13-45', '12', '-1', '9999999999999999'])('refuses "%s"', (text) => expect(parseTime(text)).toBeNull());
});

describe('titles made from a body', () => {
  it('are its first sentence', () => {
    expect(titleFrom('We need a bridge. It would help.', 120)).toBe('We need a bridge.');
    expect(titleFrom('A text without an end', 120)).toBe('A text without an end');
    expect(titleFrom('\n\n  Seconde ligne !  Oui', 120)).toBe('Seconde ligne !');
    expect(titleFrom('探討法律、稅務、安全等問題時，應先理解供需。為什麼民眾會選擇', 120)).toBe('探討法律、稅務、安全等問題時，應先理解供需。');
  });

  it('are cut at a word when long, and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).filter((text) => text.trim() !== ''), (body) => {
        const title = titleFrom(body, 120);
        return [...title].length <= 120 && title.length > 0;
      }),
    );
    expect(shorten('one two three four', 10)).toBe('one two…');
  });
});

describe('texts', () => {
  it('lose what hides, and keep the rest', () => {
    expect(importedText(' a\r\nb\u0000\u202e c ', 100)).toBe('a\nb c');
    expect(importedText(undefined, 10)).toBe('');
  });

  it('count and name', () => {
    expect([count('17'), count('-3'), count('x'), count(undefined), count('1.5')]).toEqual([17, 0, 0, 0, 0]);
    expect(slugOf('Transició ecològica', 60)).toBe('transicio-ecologica');
    expect(slugOf('優步', 60)).toBe('');
  });
});
