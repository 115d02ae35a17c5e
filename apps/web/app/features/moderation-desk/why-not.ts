import type { AnyProblemCode } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import type { Translator } from '~/i18n/translator';

/** Why the reader may not decide, in a sentence; null when they may. */
export function mayNot(t: Translator, { viewerMayNotDecideBecause: code }: { readonly viewerMayNotDecideBecause: AnyProblemCode | null }): string | null {
  if (!code) return null;
  return code === 'NOT_IMPARTIAL' ? t('review.notImpartial') : problemText(t, { code, params: {} });
}
