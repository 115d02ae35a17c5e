import { cleanLine, cleanText, excerptOf, Problem } from '@fanfare/kernel';
import type { DecisionAction, DecisionGround, ReviewSubjectKind } from '../moderation.enums.js';

/** Reasons as a moderator gives them. */
export interface GivenReasons {
  /** The number of one of the community's rules; of rule and law exactly one. */
  readonly rule?: number | null;
  /** A law and its article, in words. */
  readonly law?: string | null;
  readonly facts?: string | null;
  /** Quoted from the text. */
  readonly passage?: string | null;
  /** Of the facts, as a BCP 47 tag. */
  readonly language?: string | null;
}

/** Reasons as they are kept. */
export interface Reasons {
  readonly ground: DecisionGround | null;
  readonly rule: number | null;
  readonly law: string | null;
  readonly facts: string | null;
  readonly passage: string | null;
  readonly language: string | null;
}

/** What reasons are given about. */
export interface Reasoned {
  readonly kind: ReviewSubjectKind;
  readonly title: string | null;
  readonly text: string;
}

export const LONGEST_FACTS = 5_000;
export const LONGEST_PASSAGE = 2_000;
export const LONGEST_LAW = 500;
const LONGEST_LANGUAGE = 10;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Nothing is quoted where something other than a text is judged. */
const WITHOUT_PASSAGE: readonly ReviewSubjectKind[] = ['MEMBER', 'REPUTATION_ENTRY', 'MERGE'];

/**
 * Whole reasons: ground, facts, a passage that really stands in the text, and their language. What only keeps needs none, and
 * keeps those that are given. Of conduct, and of a text that is gone, no passage is asked.
 *
 * @throws Problem `REASONS_INCOMPLETE` with what is missing, `INVALID_INPUT` for two grounds or a wrong language, `TOO_LONG`
 */
export function wholeReasons(action: DecisionAction, given: GivenReasons, about: Reasoned): Reasons {
  if (given.rule != null && isSaid(given.law)) throw new Problem('INVALID_INPUT', { field: 'law', rule: 'oneGround' });
  const missing = action === 'KEEP' ? [] : missingFrom(given, about);
  if (missing.length > 0) throw new Problem('REASONS_INCOMPLETE', { missing: missing.join(' '), why: 'MISSING' });
  const reasons = kept(given);
  if (reasons.passage !== null && !quotes(about, reasons.passage)) {
    throw new Problem('REASONS_INCOMPLETE', { missing: 'passage', why: 'NOT_IN_TEXT' });
  }
  return reasons;
}

function missingFrom(given: GivenReasons, { kind, title, text }: Reasoned): string[] {
  const hasText = isSaid(title) || isSaid(text);
  return [
    ...(given.rule == null && !isSaid(given.law) ? ['ground'] : []),
    ...(isSaid(given.facts) ? [] : ['facts']),
    ...(isSaid(given.passage) || !hasText || WITHOUT_PASSAGE.includes(kind) ? [] : ['passage']),
    ...(isSaid(given.language) ? [] : ['language']),
  ];
}

function kept({ rule, law, facts, passage, language }: GivenReasons): Reasons {
  const ground = rule != null ? 'RULE' : isSaid(law) ? 'LAW' : null;
  return {
    ground,
    rule: rule ?? null,
    law: isSaid(law) ? cleanLine('law', law, { max: LONGEST_LAW }) : null,
    facts: isSaid(facts) ? cleanText('facts', facts, { max: LONGEST_FACTS }) : null,
    passage: isSaid(passage) ? cleanText('passage', passage, { max: LONGEST_PASSAGE }) : null,
    language: isSaid(language) ? languageOf(language) : null,
  };
}

function languageOf(language: string): string {
  const tag = language.trim();
  if (tag.length > LONGEST_LANGUAGE || !LANGUAGE.test(tag)) throw new Problem('INVALID_INPUT', { field: 'language' });
  return tag;
}

/** Whether a passage stands in the text, as it was written or as it is read: white space and Markdown's marks aside. */
export function quotes({ title, text }: Pick<Reasoned, 'title' | 'text'>, passage: string): boolean {
  const said = folded(passage);
  const sources = [title ?? '', text, `${title ?? ''} ${text}`];
  return sources.some((source) => folded(source).includes(said) || plain(source).includes(plain(passage)));
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

function plain(text: string): string {
  return folded(excerptOf(text.normalize('NFC'), Number.MAX_SAFE_INTEGER));
}

function isSaid(text: string | null | undefined): text is string {
  return text != null && text.trim() !== '';
}
