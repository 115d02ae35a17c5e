import { BRAND, DENIALS, FAULTS, MERITS } from './criticism.words.js';

/** Whether a text finds fault with the brand, and what that comes from. */
export interface Criticism {
  readonly critical: boolean;
  /** The words that find fault, as they stand in the text, each once. */
  readonly words: readonly string[];
  /** The words that say whom or what is meant, likewise. */
  readonly about: readonly string[];
}

export interface CriticisedText {
  readonly title?: string | null;
  /** Markdown. */
  readonly text: string;
  /** What the brand and its products are called. */
  readonly names: readonly string[];
}

const NOTHING: Criticism = { critical: false, words: [], about: [] };

/** A denial turns around what follows it this closely: "not really that good". */
const REACH_OF_A_DENIAL = 3;
/** So many words that find fault are about the brand in a brand's own house, whoever they name. */
const PLAIN_ENOUGH = 3;

/**
 * Whether a text, in English or French, criticises the brand: it finds fault (a list of words; praise that is denied; faults that are
 * denied are none) in a sentence that speaks of the brand, or right after one that does; or finds fault often.
 *
 * What it cannot do: it knows nothing of irony, comparisons and roundabout words, other languages are never critical to it, and a quoted
 * complaint counts as one. It says that a text may be criticism, so that whoever decides asks themselves what else is wrong with it, and
 * so that removal rates can be compared; it decides nothing.
 */
export function criticismOf({ title, text, names }: CriticisedText): Criticism {
  const sentences = sentencesOf(`${title ?? ''}\n${text}`).map((sentence) => readSentence(sentence, names));
  const faults = sentences.flatMap((sentence) => sentence.faults);
  if (faults.length === 0) return NOTHING;
  const meant = sentences.map((sentence, at) => (sentence.faults.length > 0 ? [...(sentences[at - 1]?.about ?? []), ...sentence.about] : []));
  const about = [...new Set(meant.flat())];
  const critical = about.length > 0 || faults.length >= PLAIN_ENOUGH;
  return { critical, words: [...new Set(faults)], about };
}

interface Sentence {
  readonly faults: readonly string[];
  readonly about: readonly string[];
}

interface Token {
  /** As it stands. */
  readonly word: string;
  /** Without accents and case. */
  readonly plain: string;
  /** Which part of its sentence it stands in. */
  readonly clause: number;
}

function readSentence(sentence: string, names: readonly string[]): Sentence {
  const tokens = tokensOf(sentence);
  const faults = tokens.filter((token, at) => (isDenied(tokens, at) ? isIn(MERITS, token.plain) : isIn(FAULTS, token.plain)));
  const about = [...tokens.filter(({ plain }) => isIn(BRAND, plain)).map(({ word }) => word), ...namesIn(tokens, names)];
  return { faults: faults.map(({ word }) => word), about };
}

/** English denies before; French does too, or around its verb. A comma ends what a denial reaches. */
function isDenied(tokens: readonly Token[], at: number): boolean {
  const { clause } = tokens[at]!;
  for (let before = at - 1; before >= Math.max(0, at - REACH_OF_A_DENIAL) && tokens[before]!.clause === clause; before -= 1) {
    const { plain } = tokens[before]!;
    if (AROUND.has(plain) || (DENIALS.has(plain) && !isMerely(plain, tokens[before + 1]!.plain))) return true;
  }
  return false;
}

const AROUND: ReadonlySet<string> = new Set(['ne', 'n']);

/** « plus cher » and "not only" deny nothing. */
function isMerely(denial: string, next: string): boolean {
  return (denial === 'plus' && isIn(FAULTS, next)) || (denial === 'not' && next === 'only') || (denial === 'non' && next === 'seulement');
}

function namesIn(tokens: readonly Token[], names: readonly string[]): string[] {
  return names.filter((name) => {
    const wanted = tokensOf(name).map(({ plain }) => plain);
    return wanted.length > 0 && tokens.some((_, at) => wanted.every((word, offset) => tokens[at + offset]?.plain === word));
  });
}

/** Of a list with endings left open: the word itself, or the longest beginning that the list opens. */
function isIn(list: ReadonlySet<string>, plain: string): boolean {
  if (list.has(plain)) return true;
  for (let length = plain.length; length >= 3; length -= 1) if (list.has(`${plain.slice(0, length)}*`)) return true;
  return false;
}

function sentencesOf(text: string): string[] {
  return text.replace(/[*_`>#|~]+|\]\([^)]*\)/g, ' ').split(/[.!?…;\n]+/);
}

function tokensOf(sentence: string): Token[] {
  const clauses = sentence.replace(/n['’]t\b/gi, ' not').split(/[,:()–—]+/);
  return clauses.flatMap((words, clause) =>
    [...words.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)].map(([word]) => ({ word, plain: plainOf(word), clause })));
}

function plainOf(word: string): string {
  return word.toLowerCase().replace(/œ/g, 'oe').normalize('NFD').replace(/\p{M}+/gu, '');
}
