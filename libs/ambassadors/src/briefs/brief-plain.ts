import { plainLetters, unmasked } from '@fanfare/intake';

/** What a hashtag says that is praise by itself, its words run together: who must use it praises. */
const PRAISING = /^(?:i?love\w+|\w*(?:lovers?|love)$|\w*(?:bestever|thebest|musthave|obsessed|addicted|favou?rite|amazing|awesome|perfect|recommended|jadore|jaime|coupdecoeur|lemeilleur|lameilleure|incontournable|indispensable|conquise?|validee?approuvee?)\w*)$/;

const ENTITIES = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;

export function sentencesOf(text: string): string[] {
  const inclusive = text.replace(/(?<=\p{L})[·•‧∙⋅](?=\p{L})/gu, '·'); // not the dot of a list
  return inclusive.split(/(?<=[.!?;][*_)"”»]*)\s+|[\n\r•]+/u).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/**
 * A sentence as a reader may read it who is not taken in by disguises: lower case, without accents, Markdown marks, odd spaces and
 * what is drawn as nothing; letters of other alphabets as those they pass for; inclusive endings off; stars as words, straight
 * apostrophes and hyphens. Then the same with l33t and s p a c e d letters as words, where that makes a difference.
 */
export function readingsOf(sentence: string): string[] {
  const written = withoutInclusion(withWords(sentence.replace(ENTITIES, characterOf).replace(/\p{Default_Ignorable_Code_Point}/gu, '')));
  const straight = (text: string) => text.replace(/["“”«»*_#>()[\]]/gu, ' ').replace(/\s+/gu, ' ').trim();
  return [...new Set([straight(plainLetters(written)), straight(unmasked(joined(written)))])];
}

const SPACED = /(?<![\p{L}\p{N}])(?:([aiy])\s)?(\p{L}(?:[\s._*·-]{1,2}\p{L}){3,})(?![\p{L}\p{N}])/giu;

/** `a p o s i t i v e` as `a positive`: what may be a word of its own stays one. */
function joined(text: string): string {
  return text.replace(SPACED, (_, word: string | undefined, letters: string) => `${word ? `${word} ` : ''}${letters.replace(/[^\p{L}]/gu, '')}`);
}

function characterOf(_: string, hex: string | undefined, decimal: string): string {
  const code = hex ? parseInt(hex, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** Stars, quotes, dashes and hashtags, before letters are made plain. */
function withWords(text: string): string {
  return text
    .replace(/(?:[★⭐🌟✭✩☆✰]\s?){4,}/gu, ' starsrun ')
    .replace(/[★⭐🌟✭✩☆✰]/gu, ' stars ')
    .replace(/[’‘ʼ´`]/gu, "'")
    .replace(/\bcan't\b/giu, 'cannot')
    .replace(/\b(wo|sha)n't\b/giu, 'will not')
    .replace(/n't\b/giu, ' not')
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/[❤💛💚💙💜🧡🖤🤍♥😍🥰]/gu, ' ')
    .replace(/#([\p{L}\p{N}_]+)/gu, (_, tag: string) => hashtag(tag))
    .replace(/(?<=\p{L})[*_~]{1,3}(?=\p{L})/gu, '');
}

function hashtag(tag: string): string {
  const apart = tag.replace(/(?<=\p{Ll})(?=\p{Lu})|_/gu, ' ');
  return PRAISING.test(plainLetters(tag).replaceAll('_', '')) ? ` praisehashtag ${apart} ` : ` ${apart} `;
}

/** `convaincu·e·s`, `ravi(e)s`, `tou.te.s` as their first form. */
function withoutInclusion(text: string): string {
  return text
    .replace(/(?<=\p{L})[·⋅‧∙]\p{L}{1,6}/gu, '')
    .replace(/(?<=\p{L})\((?:e|es|s|ne|nes|rice|trice|euse|ve)\)s?/giu, '')
    .replace(/(?<=\p{L}{2})\.(?:e|es|ne|rice|trice|euse|te)(?:\.s|s)?(?![\p{L}.])/giu, '');
}
