import type { RuleText } from './criticism.checker.js';

export const MOST_RULES = 30;
export const LONGEST_RULE_TITLE = 120;
export const LONGEST_RULE = 2_000;

/** A rule as it shall be in force, by the number decisions name. */
export interface NumberedRule extends RuleText {
  readonly number: number;
}

export interface RuleChanges {
  readonly added: readonly NumberedRule[];
  readonly reworded: readonly NumberedRule[];
  /** Numbers that are in force no more. */
  readonly retired: readonly number[];
}

/** What has to happen for other rules to be in force. A rule that moves to another number is another wording of that number. */
export function changesBetween(before: readonly NumberedRule[], wanted: readonly NumberedRule[]): RuleChanges {
  const known = new Map(before.map((rule) => [rule.number, rule]));
  const kept = new Set(wanted.map(({ number }) => number));
  return {
    added: wanted.filter(({ number }) => !known.has(number)),
    reworded: wanted.filter(({ number, title, body }) => known.has(number) && (known.get(number)!.title !== title || known.get(number)!.body !== body)),
    retired: before.map(({ number }) => number).filter((number) => !kept.has(number)),
  };
}
