/**
 * Why a brief is refused.
 * - `POSITIVE_OPINION`: it asks for praise, a recommendation or a good rating.
 * - `NO_CRITICISM`: it forbids saying what is bad, or asks for the good only.
 * - `PAID_BY_OPINION`: what is paid depends on the opinion.
 */
export const BRIEF_FAULTS = ['POSITIVE_OPINION', 'NO_CRITICISM', 'PAID_BY_OPINION'] as const;
/** What no call and no agreement may hold: who looks for people may ask why they love bricks, not that they keep quiet. */
export const MUZZLES = ['NO_CRITICISM', 'PAID_BY_OPINION'] as const satisfies readonly (typeof BRIEF_FAULTS)[number][];
export type BriefFault = (typeof BRIEF_FAULTS)[number];

/** A way of asking for praise, over plain text: lower case, without accents, straight apostrophes. */
export interface BriefRule {
  readonly why: BriefFault;
  readonly pattern: RegExp;
}

/** How a language asks for praise, and how it says that it does not. */
export interface BriefLanguage {
  readonly rules: readonly BriefRule[];
  /** What is read over, as no opinion of the brand: a scale for marks, kindness to people, the love of a pastime, mistakes put right. */
  readonly aside: RegExp;
  /** Good and bad named side by side: the sentence asks for both. */
  readonly balanced: RegExp;
  /** Before a match, in its clause: what follows is denied, not asked for. */
  readonly denied: RegExp;
  /** Before or around a match: it looks like a denial and asks all the more ("do not forget to …"). */
  readonly insists: RegExp;
  /** Where another clause begins, which a denial does not reach. */
  readonly clause: RegExp;
  /** Whatever is said is paid alike. */
  readonly alike: RegExp;
  /** A ban that bans silence: "do not leave out the flaws". */
  readonly unmuzzled: RegExp;
}

/** A rule from words, with shorthands. `~` is up to four words of anything within a clause. */
export function rule(why: BriefFault, words: string, lists: Readonly<Record<string, string>>): BriefRule {
  return { why, pattern: wholeWords(words, lists) };
}

/** Words with the shorthands of a rule, that are read over. */
export function asides(words: readonly string[], lists: Readonly<Record<string, string>>): RegExp {
  return wholeWords(words.join('|'), lists);
}

function wholeWords(words: string, lists: Readonly<Record<string, string>>): RegExp {
  const filled = words.replaceAll(/\{([a-z]{2,})\}/g, (_, name: string) => `(?:${lists[name]})`);
  return new RegExp(`(?<![\\p{L}\\d])(?:${filled.replaceAll('~', FEW_WORDS)})(?![\\p{L}\\d])`, 'gu');
}

const FEW_WORDS = "(?:[^\\s.,;:]+\\s+){0,4}?";

/**
 * Good and bad named side by side, in either order.
 *
 * @param joins words between the two
 * @param mutes words that may not stand between them: "the good, and leave out the bad"
 * @param more other ways of leaving the opinion open
 */
export function sideBySide(good: string, bad: string, joins: string, mutes: string, more: string): RegExp {
  const word = (most: number) => `(?: (?!(?:${mutes})(?![\\p{L}]))[\\p{L}']+){0,${most}}?`;
  const join = `(?:,? (?:${joins})|,|\\/)`;
  const pair = (one: string, other: string) => `(?<![\\p{L}])(?:${one})${word(2)}${join}${word(4)} ?(?<![\\p{L}])(?:${other})(?![\\p{L}])`;
  return new RegExp(`${pair(good, bad)}|${pair(bad, good)}|${more}`, 'u');
}
