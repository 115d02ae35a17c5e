import type { LoaderFunctionArgs } from 'react-router';
import { LISTED_STATUSES } from '~/features/feed/feed-state';
import { atomFeed } from '~/features/feeds/feeds.server';

/** `/c/:slug/feed.atom`: new ideas. */
export function loader(side: LoaderFunctionArgs) {
  return atomFeed(side, {
    file: 'feed.atom',
    // What everybody may read: a moderator's own feed must not end up in somebody else's cache.
    filter: { status: LISTED_STATUSES },
    title: (t, community) => t('feed.atomTitle', { community }),
    withResponse: false,
  });
}
