import { resolveConfusablesTransformer } from 'obscenity';

/** What is drawn as nothing, and what changes the look of the letter before. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{M}\p{Cf}]/gu;

const confusables = resolveConfusablesTransformer();

const BY_SOUND: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae', ß: 'ss', ı: 'i' };

/** The Latin letter that another one looks like; itself when it looks like none. */
function latinOf(letter: string): string {
  if (letter in BY_SOUND) return BY_SOUND[letter]!;
  if (!('transform' in confusables)) return letter;
  const like = confusables.transform(letter.codePointAt(0)!);
  return like === undefined ? letter : String.fromCodePoint(like);
}

/** The text as it looks: nothing invisible, no accents, letters of other alphabets as the Latin ones they pass for, lower case. */
export function plainLetters(text: string): string {
  const bare = text.normalize('NFKD').replace(INVISIBLE, '');
  return bare.replace(/[^\u0000-\u007f]/gu, latinOf).toLowerCase();
}

const LEET: Readonly<Record<string, string>> = { '@': 'a', 4: 'a', 3: 'e', 1: 'i', '!': 'i', '|': 'i', 0: 'o', $: 's', 5: 's', 7: 't', '+': 't' };
const WITH_LEET = /[\p{L}\d@$!|+]*\p{L}[\p{L}\d@$!|+]*/gu;
const SIGN = /[\d@$!|+]/g;

/** Figures and signs that stand for letters, in words that have more letters than such: `m3rd3`, not `45s` and not `Wow!`. */
function withoutLeet(plain: string, leet: typeof LEET): string {
  return plain.replace(WITH_LEET, (word) => {
    const end = /[!|+]+$/.exec(word)?.[0].length ?? 0;
    const core = word.slice(0, word.length - end);
    const signs = core.match(SIGN)?.length ?? 0;
    return signs === 0 || signs * 2 > core.length ? word : core.replace(SIGN, (sign) => leet[sign] ?? sign) + word.slice(word.length - end);
  });
}

const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[\s._*·-]{1,2}\p{L}){2,}(?![\p{L}\p{N}])/gu;

/** Letters that stand alone, one after the other, are read as a word: `f u c k`, `c.o.n`. */
function withoutGaps(plain: string): string {
  return plain.replace(SPACED, (spaced) => spaced.replace(/[^\p{L}]/gu, ''));
}

/** The text as somebody reads it who is not taken in by disguises: see `plainLetters`, and no l33t, no s p a c e d letters. */
export function unmasked(text: string): string {
  return withoutGaps(withoutLeet(plainLetters(text), LEET));
}

const ONE_AS_L = { ...LEET, 1: 'l', '|': 'l' };
const JOINT = /(?<=\p{L})[-._](?=\p{L})/gu;

/** Each way in which such a reader may read the text: with 1 as i and as l, and with what hangs together by hyphens and dots as one word. */
export function readingsOf(text: string): string[] {
  const first = unmasked(text);
  const other = /[1|]/.test(text) ? withoutGaps(withoutLeet(plainLetters(text), ONE_AS_L)) : first;
  return [...new Set([first, other, first.replace(JOINT, '')])];
}

/** The words of an unmasked text, an asterisk within one kept: `m*rde`. */
export function wordsIn(plain: string): string[] {
  return plain.match(/[\p{L}\p{N}](?:[\p{L}\p{N}]|\*+(?=\p{L}))*/gu) ?? [];
}

/**
 * What a name looks like to a hurried reader: letters and figures only, 0 as o, 1 and i as l, rn as m, vv as w. The same as
 * for handles (see members), for names in any alphabet.
 */
export function nameSkeleton(name: string): string {
  return plainLetters(name)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('0', 'o')
    .replace(/[1i|]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
