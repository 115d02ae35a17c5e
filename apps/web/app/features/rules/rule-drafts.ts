import type { RuleFactsFragment } from '~/graphql/generated/documents';

export const MOST_RULES = 30;
export const LONGEST_TITLE = 120;
export const LONGEST_BODY = 2_000;

/** A rule as it is being worded; its number is its place. */
export interface RuleDraft {
  /** Tells rows apart while they move. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  /** The number it is kept under; null for a new one. */
  readonly was: number | null;
}

export function ruleDrafts(rules: readonly RuleFactsFragment[]): RuleDraft[] {
  return rules.map(({ number, title, body }) => ({ key: `rule-${number}`, title, body, was: number }));
}

/** What is sent: numbers from 1, without gaps. Null while something is missing. */
export function rulesInput(drafts: readonly RuleDraft[]): { number: number; title: string; body: string }[] | null {
  if (drafts.length === 0 || drafts.some(({ title, body }) => !title.trim() || !body.trim())) return null;
  return drafts.map(({ title, body }, at) => ({ number: at + 1, title, body }));
}

/** What becomes of the rules in force, in numbers: for whoever is about to save. */
export function consequences(rules: readonly RuleFactsFragment[], drafts: readonly RuleDraft[]): { changed: number[]; retired: number[] } {
  const changed = rules.filter(({ number, title, body }) => {
    const next = drafts[number - 1];
    return next !== undefined && (next.title.trim() !== title || next.body.trim() !== body);
  });
  return { changed: changed.map(({ number }) => number), retired: rules.filter(({ number }) => number > drafts.length).map(({ number }) => number) };
}

/** The row at a place moved by one, up (-1) or down (1). */
export function moved<T>(rows: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...rows];
  [next[at], next[at + by]] = [next[at + by]!, next[at]!];
  return next;
}
