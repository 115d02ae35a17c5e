import type { DecisionFactsFragment } from '~/graphql/generated/documents';
import type { Translator } from '~/i18n/translator';
import type { Rule } from './moderation-desk.server';
import type { StatementFacts } from './statement';

/** A decision as the statement shows it. The wording of a rule that has changed since is not known here: its number is. */
export function statementOf(decision: DecisionFactsFragment, rules: readonly Rule[]): StatementFacts {
  const { action, right, subjectKind, law, passage, facts, language, endsAt, ruleNumber, ruleVersion } = decision;
  const rule = rules.find(({ number, version }) => number === ruleNumber && version === ruleVersion);
  return { action, right, subjectKind, law, passage, facts, language, endsAt, rule: ruleNumber === null ? null : { number: ruleNumber, title: rule?.title ?? null } };
}

/** "Remove · in force" */
export function decisionLine(t: Translator, { action, state }: Pick<DecisionFactsFragment, 'action' | 'state'>): string {
  return `${t(`review.do.${action}`)} · ${t(`review.decisionState.${state}`)}`;
}

/** The latest that people made, and not only to hold it meanwhile. */
export function lastOf(decisions: readonly DecisionFactsFragment[]): DecisionFactsFragment | null {
  return decisions.filter(({ automatedDecision, action, state }) => !automatedDecision && state !== 'REJECTED' && action !== 'HOLD').at(-1) ?? decisions.at(-1) ?? null;
}
