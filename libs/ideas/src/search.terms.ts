import { stripControls } from '@fanfare/kernel';
import type { SqlParameters } from './sql-parameters.js';

/** One word or phrase that is looked for. */
export interface SearchTerm {
  readonly text: string;
  /** Several words in this order. */
  readonly phrase: boolean;
  /** The word may be the beginning of one: it is the last and perhaps still being typed. */
  readonly prefix: boolean;
}

/** Alternatives, of which one must be found, or none when negated. */
export interface SearchClause {
  readonly terms: readonly SearchTerm[];
  readonly negated: boolean;
}

const LONGEST_SEARCH = 200;
const MOST_TERMS = 12;
const SHORTEST_PREFIX = 3;
const TOKEN = /(-?)"([^"]*)"|(\S+)/gu;
/** French and Catalan words that lean on the next one. */
const ELISION = /^(?:[cdjlmnst]|qu)['’](?=\p{L})/iu;
const WORD = /[\p{L}\p{N}\p{M}](?:[-'’]?[\p{L}\p{N}\p{M}])*/gu;

/** What a person typed: words, "phrases", -exclusions and alternatives with OR, as search engines read them. */
export function parseSearch(text: string): SearchClause[] {
  const typed = stripControls(text).slice(0, LONGEST_SEARCH);
  const clauses: SearchClause[] = [];
  let joins = false;
  for (const [whole, minus, phrase, word] of typed.matchAll(TOKEN)) {
    if (word === 'OR') {
      joins = clauses.length > 0;
      continue;
    }
    for (const clause of clausesOf(whole, minus, phrase)) {
      if (clauses.length >= MOST_TERMS) return clauses;
      push(clauses, clause, joins);
      joins = false;
    }
  }
  return /[\p{L}\p{N}]$/u.test(typed) ? withPrefix(clauses) : clauses;
}

function clausesOf(token: string, minus: string | undefined, phrase: string | undefined): SearchClause[] {
  if (phrase !== undefined) {
    const words = phrase.match(WORD);
    return words ? [{ terms: [{ text: words.join(' '), phrase: true, prefix: false }], negated: minus === '-' }] : [];
  }
  const negated = /^-[\p{L}\p{N}]/u.test(token);
  const words = token.match(WORD) ?? [];
  return words.map((word) => ({ terms: [{ text: word.replace(ELISION, ''), phrase: false, prefix: false }], negated }));
}

function push(clauses: SearchClause[], clause: SearchClause, joins: boolean): void {
  const last = clauses.at(-1);
  if (!joins || !last || last.negated || clause.negated) clauses.push(clause);
  else clauses[clauses.length - 1] = { terms: [...last.terms, ...clause.terms], negated: false };
}

function withPrefix(clauses: SearchClause[]): SearchClause[] {
  const last = clauses.at(-1);
  if (!last || last.negated) return clauses;
  const terms = last.terms.map((term, at) => (at === last.terms.length - 1 ? { ...term, prefix: mayContinue(term) } : term));
  return [...clauses.slice(0, -1), { terms, negated: false }];
}

function mayContinue({ text, phrase }: SearchTerm): boolean {
  return !phrase && text.length >= SHORTEST_PREFIX && /^[\p{L}\p{N}]+$/u.test(text);
}

/** Parsed, corrected and ready for SQL over `i` (ideas). */
export class SearchTerms {
  /** @param typed the text as typed, for its likeness to titles */
  constructor(
    readonly typed: string,
    readonly clauses: readonly SearchClause[],
  ) {}

  /** SQL of a condition that an idea's text meets the search. */
  condition(parameters: SqlParameters): string {
    return this.clauses.length === 0 ? 'false' : `i.search @@ (${this.query(parameters)})`;
  }

  /** SQL of how well an idea answers the search, as an int: it compares exactly, so pages by it are stable. */
  score(parameters: SqlParameters): string {
    if (this.clauses.length === 0) return '0';
    const likeness = `word_similarity(plain_text(${parameters.add(this.typed)}), plain_text(i.title))`;
    return `(1e6 * (ts_rank('{0.1, 0.2, 0.3, 1}', i.search, (${this.query(parameters)})) + 0.5 * ${likeness}))::int`;
  }

  private query(parameters: SqlParameters): string {
    return this.clauses.map((clause) => queryOf(clause, parameters)).join(' && ');
  }
}

function queryOf({ terms, negated }: SearchClause, parameters: SqlParameters): string {
  const words = terms.map((term) => `search_word(${parameters.add(term.text)}, ${term.prefix})`);
  return `${negated ? '!!' : ''}(${words.join(' || ')})`;
}
