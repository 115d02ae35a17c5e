import type { LoaderFunctionArgs } from 'react-router';
import { atomFeed } from '~/features/feeds/feeds.server';

/** `/c/:slug/delivered.atom`: ideas that became real, with the team's answer. */
export function loader(side: LoaderFunctionArgs) {
  return atomFeed(side, {
    file: 'delivered.atom',
    filter: 'DELIVERED',
    title: (t, community) => t('feed.atomResultsTitle', { community }),
    withResponse: true,
  });
}
