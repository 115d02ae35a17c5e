import type { LoaderFunctionArgs } from 'react-router';
import { atomFeed, PUBLIC_STATUSES } from '~/features/feeds/feeds.server';

/** `/c/:slug/feed.atom`: new ideas. */
export function loader(side: LoaderFunctionArgs) {
  return atomFeed(side, {
    file: 'feed.atom',
    filter: { status: [...PUBLIC_STATUSES] },
    title: (t, community) => t('feed.atomTitle', { community }),
    withResponse: false,
  });
}
