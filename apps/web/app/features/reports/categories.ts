import type { ReportCategory } from '~/graphql/generated/documents';
import type { IconName } from '~/kit/icon';

/** In the order in which they are offered: what is met most often first, what needs a form of its own last. */
export const CATEGORIES: readonly ReportCategory[] = [
  'SPAM', 'HARASSMENT', 'HATE', 'PRIVATE_DATA', 'OFF_TOPIC', 'UNDISCLOSED_ADVERTISING', 'MANIPULATION', 'IMPERSONATION', 'ILLEGAL_CONTENT',
];

/** What is reported, in the words of the API. */
export type SubjectKind = 'IDEA' | 'COMMENT' | 'CREATION' | 'CREATION_RESPONSE' | 'CIRCLE_POST' | 'MEMBER' | 'ENTRY' | 'APPLICATION';

export const KIND_ICONS: Record<SubjectKind, IconName> = {
  IDEA: 'idea',
  COMMENT: 'comment',
  CREATION: 'picture',
  CREATION_RESPONSE: 'comment',
  CIRCLE_POST: 'users',
  MEMBER: 'user',
  ENTRY: 'star',
  APPLICATION: 'flag',
};
