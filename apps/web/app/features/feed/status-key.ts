import type { MessageKey } from '~/i18n/translator';
import { statusOf, type FeedStatus } from './feed-state';

/** The word for a status of the feed's address. */
export function statusKey(status: FeedStatus): MessageKey {
  return `domain.status.${statusOf(status)}` as MessageKey;
}
