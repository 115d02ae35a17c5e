import { LRUCache } from 'lru-cache';
import { unmasked, wordsIn } from '../text/plain.js';

/** Lists of communities that were asked for lately: a community's list changes seldom and is asked for with every text. */
const lists = new LRUCache<string, WordList>({ max: 200 });

const LONGEST_PHRASE = 6;

/** Words and phrases to be found as whole words, stretched (`connaaard`) or masked (`c*nnard`, `con.nard`) or as they are. */
export class WordList {
  /** Folded phrase → as the list has it. */
  private readonly phrases = new Map<string, string>();
  private readonly stretched = new Map<string, string>();
  private readonly longest: number;

  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const phrase = wordsIn(unmasked(entry)).join(' ');
      if (phrase === '') continue;
      this.phrases.set(phrase, entry);
      this.stretched.set(single(phrase), entry);
    }
    this.longest = Math.min(LONGEST_PHRASE, Math.max(1, ...[...this.phrases.keys()].map((phrase) => phrase.split(' ').length)));
  }

  /** A community's own list. */
  static of(words: readonly string[]): WordList {
    const key = words.join('\n');
    const known = lists.get(key) ?? new WordList(words);
    lists.set(key, known);
    return known;
  }

  /** Entries of a written list: one a line, `ending/s` for a word with and without each ending. */
  static lines(text: string): string[] {
    return text.split('\n').flatMap((line) => {
      const [, before, endings, after] = /^\s*(.*?)((?:\/\p{L}+)*)((?:\s[^/]*)?)\s*$/u.exec(line) ?? [];
      if (!before) return [];
      return ['', ...(endings ?? '').split('/').filter(Boolean)].map((ending) => `${before}${ending}${after ?? ''}`.trim());
    });
  }

  /** The first entry that stands in a row of words; null when none does. */
  firstIn(words: readonly string[]): string | null {
    for (let start = 0; start < words.length; start += 1) {
      for (let length = Math.min(this.longest, words.length - start); length > 0; length -= 1) {
        const found = this.entryOf(words.slice(start, start + length).join(' '));
        if (found !== null) return found;
      }
    }
    return null;
  }

  private entryOf(phrase: string): string | null {
    const found = this.phrases.get(phrase) ?? (STRETCHED.test(phrase) ? this.stretched.get(single(phrase)) : undefined);
    if (found !== undefined) return found;
    return phrase.includes('*') ? this.masked(phrase) : null;
  }

  /** What a word with asterisks in it may stand for: each for one letter, or the row of them for any. */
  private masked(phrase: string): string | null {
    if (phrase.replace(/\*/g, '').length < 2 || phrase.includes(' ')) return null;
    const pattern = new RegExp(`^${phrase.replace(/\*+/g, (stars) => (stars.length === 1 ? '\\p{L}' : '\\p{L}+'))}$`, 'u');
    for (const [word, entry] of this.phrases) if (word.length > 3 && pattern.test(word)) return entry;
    return null;
  }
}

/** A letter three times in a row is in no word; two are in many. */
const STRETCHED = /(\p{L})\1\1/u;

function single(phrase: string): string {
  return phrase.replace(/(\p{L})\1+/gu, '$1');
}
