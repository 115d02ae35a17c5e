import { ENGLISH } from './brief-english.js';
import { FRENCH } from './brief-french.js';
import { readingsOf, sentencesOf } from './brief-plain.js';
import { BRIEF_FAULTS, type BriefFault, type BriefLanguage } from './brief-rules.js';

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
 * @param faults what is looked for; everything when left out
 */
export function praiseAsked(text: string, language: string, faults: readonly BriefFault[] = BRIEF_FAULTS): BriefFinding | null {
  const order = language.toLowerCase().startsWith('fr') ? [LANGUAGES.fr, LANGUAGES.en] : [LANGUAGES.en, LANGUAGES.fr];
  for (const sentence of sentencesOf(text)) {
    for (const plain of readingsOf(sentence)) {
      for (const spoken of order) {
        const why = faultOf(plain, spoken, faults);
        if (why) return { sentence, why };
      }
    }
  }
  return null;
}

/** A bad opinion, in either language. */
const HARSH = /\b(?:negativ|negatif|critic|critiq|bad\b|pan\b|slating|scathing|harsh|unfavou?rable|defavorable|mauvais|sever|mitige|damning|blame|worst)/u;

/** A denial reaches no farther, in characters. */
const FAR = 200;

function faultOf(plain: string, language: BriefLanguage, faults: readonly BriefFault[]): BriefFault | null {
  const sentence = plain.replace(language.aside, ' … ');
  if (language.balanced.test(sentence)) return null;
  const pardon = pardonIn(sentence, language);
  for (const { why, pattern } of language.rules) {
    if (!faults.includes(why) || pardon(why)) continue;
    for (const match of sentence.matchAll(pattern)) if (!isDenied(sentence, match.index, match[0], why, language)) return why;
  }
  return null;
}

/** Whether a sentence as a whole pays for good and bad alike, or bans the hiding of criticism; asked once for each. */
function pardonIn(sentence: string, { alike, unmuzzled }: BriefLanguage): (why: BriefFault) => boolean {
  const even = alike.test(sentence);
  const names = even && HARSH.test(sentence);
  const open = unmuzzled.test(sentence);
  return (why) => names || (even && why === 'PAID_BY_OPINION') || (open && why !== 'POSITIVE_OPINION');
}

/** Whether what was found is denied before, in its own clause. */
function isDenied(sentence: string, at: number, found: string, why: BriefFault, { denied, insists, clause }: BriefLanguage): boolean {
  if (why === 'NO_CRITICISM') return false; // its own words are the denial
  const before = clauseBefore(sentence.slice(Math.max(0, at - FAR), at), clause);
  return denied.test(before) && !insists.test(before + found);
}

/** What stands before a match in its own clause. */
function clauseBefore(before: string, clause: RegExp): string {
  return before.split(new RegExp(clause, 'u')).at(-1)!;
}
