import type { ProblemFacts } from '~/data/problem';
import { problemText } from '~/i18n/problems';
import type { MessageKey, Translator } from '~/i18n/translator';

/** The field a refusal is about, where the form has it. */
export function faultyField(problem: ProblemFacts | null, fields: readonly string[]): string | null {
  const field = problem?.params['field'];
  return typeof field === 'string' && fields.includes(field) ? field : null;
}

/** What to say beside a field: for a text that asks for praise the sentence, and why it is not accepted. */
export function faultOf(t: Translator, problem: ProblemFacts | null, field: string): string | null {
  if (!problem || problem.params['field'] !== field) return null;
  if (problem.code === 'BRIEF_ASKS_FOR_PRAISE') return `${problemText(t, problem)} ${said(t, `missions.why.${String(problem.params['why'])}`) ?? ''}`.trim();
  return said(t, `missions.wrong.${problem.code}.${field}`) ?? said(t, `missions.wrong.${field}`) ?? problemText(t, problem);
}

function said(t: Translator, key: string): string | null {
  const text = t(key as MessageKey);
  return text === key ? null : text;
}
