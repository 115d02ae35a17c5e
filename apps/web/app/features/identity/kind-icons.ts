import type { EvidenceKind } from '~/graphql/generated/documents';
import type { IconName } from '~/kit/icon';

/** What each kind of proof is drawn as. */
export const KIND_ICONS: Readonly<Record<EvidenceKind, IconName>> = { EMAIL: 'mail', LINKED_ACCOUNT: 'link', WEBSITE: 'globe', PURCHASE: 'tag', REAL_NAME: 'user' };
