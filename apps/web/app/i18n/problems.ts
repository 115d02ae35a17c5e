import type { AnyProblemCode } from '~/graphql/generated/documents';
import type { ProblemFacts } from '~/data/problem';
import type { MessageKey, Translator } from './translator';

type Code = AnyProblemCode | 'OFFLINE';

/** Does not compile while a code of the API has no sentence in `problems.json`: the error names the missing key. */
type Missing = Exclude<`problems.${Code}`, MessageKey>;
export const EVERY_CODE_HAS_A_SENTENCE: [Missing] extends [never] ? true : Missing = true;

/** A level is said by its name, an end by its date. */
function inWords(t: Translator, { code, params }: ProblemFacts): ProblemFacts['params'] {
  if (code === 'RESTRICTED') return { right: '', ...params, ends: params['until'] ? 'yes' : 'no', until: params['until'] ? t.date(String(params['until'])) : '' };
  const key = `domain.level.${String(params['level'])}` as MessageKey;
  const name = t(key);
  return name === key ? params : { ...params, level: name };
}

/** Why intake sent a text back or refused it, in its own words; null for other problems, and for a reason of a newer API. */
function whyStopped(t: Translator, { code, params }: ProblemFacts): string | null {
  if (code !== 'REPHRASE' && code !== 'TEXT_REFUSED') return null;
  const key = `withheld.reason.${String(params['reason'])}` as MessageKey;
  const why = t(key, params);
  return why === key ? null : why;
}

/** A problem as a sentence for the person whose action it stopped. Codes of a newer API read as INTERNAL. */
export function problemText(t: Translator, problem: ProblemFacts): string {
  const key: MessageKey = `problems.${problem.code}`;
  const text = t(key, inWords(t, problem));
  if (text === key) return t('problems.INTERNAL');
  const why = whyStopped(t, problem);
  return why ? `${why} ${text}` : text;
}
