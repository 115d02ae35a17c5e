import type { DecisionAction, MutedRight, ReviewSubjectKind } from '~/graphql/generated/documents';
import type { Translator } from '~/i18n/translator';

interface Decided {
  readonly action: DecisionAction;
  readonly subjectKind: ReviewSubjectKind;
  /** What a mute takes. */
  readonly right: MutedRight | null;
}

/** What was decided about what, as a sentence of its own: "A comment was removed". */
export function decidedSentence(t: Translator, { action, subjectKind, right }: Decided): string {
  const what = t(`moderation.a_${subjectKind}`);
  const who = subjectKind === 'MEMBER' ? what : t('moderation.authorOf', { what });
  return capital(t(`moderation.decided_${action}`, { what, who, right: right ? t(`moderation.right_${right}`) : '' }), t.locale);
}

function capital(sentence: string, locale: string): string {
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}
