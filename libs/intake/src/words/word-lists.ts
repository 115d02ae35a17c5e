import { collapseDuplicatesTransformer, RegExpMatcher } from 'obscenity';
import { readingsOf, wordsIn } from '../text/plain.js';
import {
  ENGLISH_COARSE,
  ENGLISH_DATASET,
  ENGLISH_ENDINGS,
  ENGLISH_INNOCENT,
  ENGLISH_SLURS,
  ENGLISH_THREATS,
  isEnglishSlur,
} from './english.js';
import { FRENCH_COARSE, FRENCH_SLURS, FRENCH_THREATS } from './french.js';
import { WordList } from './word-list.js';

export interface FoundWord {
  readonly list: 'COMMUNITY' | 'THREAT' | 'SLUR' | 'COARSE';
  /** As the list has it, not as the author wrote it. */
  readonly word: string;
}

const THREATS = new WordList([...WordList.lines(ENGLISH_THREATS), ...WordList.lines(FRENCH_THREATS)]);
const SLURS = new WordList([...WordList.lines(ENGLISH_SLURS), ...WordList.lines(FRENCH_SLURS)]);
const COARSE = new WordList([...WordList.lines(ENGLISH_COARSE), ...WordList.lines(FRENCH_COARSE)]);

/** As obscenity's own preset does it: its patterns are written for letters that stand at most so often in a row. */
const LETTERS_IN_A_ROW = new Map(['b', 'e', 'o', 'l', 's', 'g'].map((letter) => [letter, 2] as const));
const english = new RegExpMatcher({
  ...ENGLISH_DATASET.build(),
  blacklistMatcherTransformers: [collapseDuplicatesTransformer({ defaultThreshold: 1, customThresholds: LETTERS_IN_A_ROW })],
});

/** The gravest listed word of a text, whatever it is disguised as; null when there is none. Words inside other words are none. */
export function wordFoundIn(text: string, communityWords: readonly string[]): FoundWord | null {
  const readings = readingsOf(text);
  const rows = readings.map(wordsIn);
  const listed = (list: WordList) => firstOf(rows, (words) => list.firstIn(words));
  const dataset = readings.flatMap(englishWords);
  const community = communityWords.length === 0 ? null : listed(WordList.of(communityWords));
  const found: readonly (readonly [FoundWord['list'], string | null | undefined])[] = [
    ['COMMUNITY', community],
    ['THREAT', listed(THREATS)],
    ['SLUR', listed(SLURS) ?? dataset.find(isEnglishSlur)],
    ['COARSE', listed(COARSE) ?? dataset[0]],
  ];
  const [list, word] = found.find(([, one]) => one) ?? [];
  return list && word ? { list, word } : null;
}

function firstOf<One, Found>(all: readonly One[], find: (one: One) => Found | null): Found | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

/** The dataset's words that stand in a text as words of their own. */
function englishWords(plain: string): string[] {
  const matches = english.getAllMatches(plain, true).filter(({ startIndex, endIndex }) => isWhole(plain, startIndex, endIndex));
  return matches.map((match) => ENGLISH_DATASET.getPayloadWithPhraseMetadata(match).phraseMetadata!.originalWord);
}

function isWhole(plain: string, start: number, end: number): boolean {
  if (/[\p{L}\p{N}]$/u.test(plain.slice(Math.max(0, start - 2), start))) return false;
  const rest = /^[\p{L}\p{N}]*/u.exec(plain.slice(end + 1, end + 30))![0];
  const word = plain.slice(start, end + 1) + rest;
  return !/\s/.test(word) && ENGLISH_ENDINGS.test(rest) && !ENGLISH_INNOCENT.has(word);
}
