import type { ReviewSubjectKind } from '~/graphql/generated/documents';
import type { IconName } from '~/kit/icon';

export const KIND_ICONS: Record<ReviewSubjectKind, IconName> = {
  IDEA: 'idea', COMMENT: 'comment', CREATION: 'picture', CREATION_RESPONSE: 'reply', CIRCLE_POST: 'users', MEMBER: 'user', REPUTATION_ENTRY: 'star', MERGE: 'merge', ENTRY: 'star', APPLICATION: 'flag',
};

/** Of words that the server has in both languages, the reader's. */
export function inLanguage(words: { readonly en: string; readonly fr: string }, locale: string): string {
  return locale.startsWith('fr') ? words.fr : words.en;
}
