import type { DecisionAction, DecisionScope, MutedRight, ReviewSubjectKind } from '~/graphql/generated/documents';
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
  return capital(t(`moderation.decided_${action}`, { what, who, right: rightSaid(t, right) }), t.locale);
}

/** The same to whom it affects: "Your comment was removed", "You were warned". */
export function decidedAboutYou(t: Translator, decided: Decided & { readonly scope: DecisionScope }): string {
  const { action, scope, subjectKind, right } = decided;
  if (action === 'KEEP') return decidedSentence(t, decided);
  const key = action === 'HOLD' && scope === 'MEMBER' ? 'HOLD_MEMBER' : action;
  return capital(t(`moderation.yours_${key}`, { what: t(`moderation.your_${subjectKind}`), right: rightSaid(t, right) }), t.locale);
}

function rightSaid(t: Translator, right: MutedRight | null): string {
  return right ? t(`moderation.right_${right}`) : '';
}

function capital(sentence: string, locale: string): string {
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}
