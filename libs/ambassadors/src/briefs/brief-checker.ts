import { ENGLISH } from './brief-english.js';
import { FRENCH } from './brief-french.js';
import type { BriefFault, BriefLanguage } from './brief-rules.js';

/** A sentence that asks for praise. */
export interface BriefFinding {
  /** As it was written. */
  readonly sentence: string;
  readonly why: BriefFault;
}

const LANGUAGES = { en: ENGLISH, fr: FRENCH } as const;

/**
 * The first sentence of a brief or a rubric that asks for a positive opinion, forbids a negative one, or pays by it; null when
 * none does. Both languages are always read, the text's own first: nobody gets around it by changing language.
 *
 * @param language BCP 47
 */
export function praiseAsked(text: string, language: string): BriefFinding | null {
  const order = language.toLowerCase().startsWith('fr') ? [LANGUAGES.fr, LANGUAGES.en] : [LANGUAGES.en, LANGUAGES.fr];
  for (const sentence of sentencesOf(text)) {
    const plain = plainOf(sentence);
    for (const spoken of order) {
      const why = faultOf(plain, spoken);
      if (why) return { sentence, why };
    }
  }
  return null;
}

function faultOf(sentence: string, language: BriefLanguage): BriefFault | null {
  for (const { why, pattern } of language.rules) {
    for (const match of sentence.matchAll(new RegExp(pattern, 'gu'))) {
      if (!isPardoned(sentence, match.index, match[0], why, language)) return why;
    }
  }
  return null;
}

/** Whether what was found asks for good and bad alike, denies what it names, or bans the hiding of criticism. */
function isPardoned(sentence: string, at: number, found: string, why: BriefFault, { balanced, denied, insists, clause, unmuzzled }: BriefLanguage): boolean {
  if (balanced.test(sentence)) return true;
  if (why !== 'POSITIVE_OPINION' && unmuzzled.test(sentence)) return true;
  if (why === 'NO_CRITICISM') return false; // its own words are the denial
  const before = clauseBefore(sentence.slice(0, at), clause);
  return denied.test(before) && !insists.test(before + found);
}

/** What stands before a match in its own clause. */
function clauseBefore(before: string, clause: RegExp): string {
  return before.split(new RegExp(clause, 'u')).at(-1)!;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;][*_)"”»]*)\s+|[\n\r•]+/u).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** Lower case, without accents, Markdown marks and odd spaces; straight apostrophes and hyphens. */
function plainOf(sentence: string): string {
  const straight = sentence.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘ʼ´`]/gu, "'").replace(/[‐‑‒–—]/gu, '-');
  return straight.replace(/["“”«»*_#>()[\]]/gu, ' ').replace(/\s+/gu, ' ').trim();
}
