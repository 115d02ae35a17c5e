import { ENGLISH, FRENCH, type Phrases } from './criticism.phrases.js';

/** A rule as an owner words it. */
export interface RuleText {
  readonly title: string;
  readonly body: string;
}

/** Words that may stand between what forbids and what is forbidden. */
const BETWEEN = String.raw`(?: ?,? [^ ,]+){0,9}?[ ,]+`;
const NEAR = String.raw`(?: ?,? [^ ,]+){0,4}?[ ,]+`;
/** A title of so few words that names criticism and says nothing else about it means that it is forbidden. */
const HEADING_WORDS = 7;

interface Compiled {
  readonly criticism: RegExp;
  readonly forbidding: RegExp;
  readonly forbidden: RegExp;
  readonly allowing: RegExp;
  readonly allowed: RegExp;
  readonly denied: RegExp;
  readonly spared: RegExp;
  readonly people: RegExp;
  readonly protecting: RegExp;
  readonly praise: RegExp;
}

/** Both at once: rules mix languages, and a word of one may mean the same in the other. */
const WORDS = compiled(both(ENGLISH, FRENCH));

/**
 * Whether a rule forbids criticism of the brand: bad opinions, bad reviews, complaints, the naming of competitors, or whatever
 * "damages its image". No rule may (`DOMAIN.md`, rule 5). It reads words, in English and French, whatever the community's WORDS.
 *
 * @returns the words that say so, as written; null when none do
 */
export function forbidsCriticism({ title, body }: RuleText): string | null {
  for (const [at, sentence] of sentencesOf(title, body).entries()) {
    if (isAgainst(plainOf(sentence), at === 0)) return sentence.trim();
  }
  return null;
}

/** The title first; the body's first sentence once more behind it: "Not here" / "Criticism of the brand". */
function sentencesOf(title: string, body: string): string[] {
  const [first = '', ...others] = body.split(/[.;!?\n]+/);
  const speaksOfIt = plainOf(title).search(WORDS.criticism) >= 0;
  return [title, first, ...others, ...(speaksOfIt ? [] : [`${title}: ${first}`])].filter((sentence) => sentence.trim() !== '');
}

function isAgainst(sentence: string, isTitle: boolean): boolean {
  if (WORDS.praise.test(sentence) && !WORDS.protecting.test(sentence)) return true;
  for (const found of sentence.matchAll(WORDS.criticism)) {
    const before = sentence.slice(0, found.index).replace(/[a-z]+'$/, '');
    const after = sentence.slice(found.index + found[0].length);
    if (isExcused(before, after)) continue;
    if (WORDS.forbidding.test(before) || WORDS.forbidden.test(after)) return true;
    if (isTitle && sentence.split(' ').length <= HEADING_WORDS && !isImperative(before, found[0])) return true;
  }
  return false;
}

/** What is allowed by name, what people say of each other, and what protects critics. */
function isExcused(before: string, after: string): boolean {
  if (WORDS.protecting.test(before)) return true;
  if (WORDS.people.test(after)) return true;
  if (WORDS.denied.test(after)) return false;
  if (WORDS.allowed.test(after) || WORDS.spared.test(after)) return true;
  return WORDS.allowing.test(before) && !isNegated(before);
}

/** "may not criticise", "vous ne pouvez pas critiquer": what looks like a permission is none. */
function isNegated(before: string): boolean {
  return /\b(?:not|never|n't|cannot|pas|jamais|no)\b[^,]*$/.test(before);
}

/** "Criticise ideas": what a title begins with as an order is asked for. */
function isImperative(before: string, word: string): boolean {
  return before.trim() === '' && /^(?:critici[sz]e|complain|critiquez)$/.test(word);
}

/** Lower case without accents, apostrophes and spaces of one kind, nothing invisible. */
function plainOf(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}|\p{Cf}/gu, '').toLowerCase();
  return letters.replace(/[’‘ʼ`´]/g, "'").replace(/[^\p{L}\p{N}',-]+/gu, ' ').replace(/ ?, ?/g, ', ').replace(/ +/g, ' ').trim();
}

function both(one: Phrases, other: Phrases): Phrases {
  return Object.fromEntries(Object.keys(one).map((key) => [key, [...one[key as keyof Phrases], ...other[key as keyof Phrases]]])) as unknown as Phrases;
}

function compiled(phrases: Phrases): Compiled {
  const any = (parts: readonly string[]) => `(?:${parts.join('|')})`;
  const word = (parts: readonly string[]) => String.raw`(?<![\p{L}])${any(parts)}(?![\p{L}])`;
  return {
    criticism: new RegExp(word(phrases.criticism), 'gu'),
    forbidding: new RegExp(`${word(phrases.forbidding)}(?:${BETWEEN}| )$`, 'u'),
    forbidden: new RegExp(`^${BETWEEN}${word(phrases.forbidden)}`, 'u'),
    allowing: new RegExp(`${word(phrases.allowing)}(?:${NEAR}| )$`, 'u'),
    allowed: new RegExp(`^${NEAR}${word(phrases.allowed)}`, 'u'),
    denied: new RegExp(String.raw`^${NEAR}(?:not|never|no longer|hardly|n't|pas|plus|jamais) (?:be )?${word(phrases.allowed)}`, 'u'),
    spared: new RegExp(`^${NEAR}${word(phrases.spared)}`, 'u'),
    people: new RegExp(String.raw`^ (?:(?:about|of|on|towards?|against|at|from|to|between) )?${word(phrases.people)}`, 'u'),
    protecting: new RegExp(word(phrases.protecting), 'u'),
    praise: new RegExp(word(phrases.praise), 'u'),
  };
}
