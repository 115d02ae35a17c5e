import type { LoaderFunctionArgs } from 'react-router';
import { FeedPage } from '~/features/feed/feed-page';
import { formatFeed } from '~/features/feed/feed-state';
import { loadFeed } from '~/features/feed/feed.server';
import { feedPath, pagePath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { communityOf } from '~/features/layout/community-of';
import type { Route } from './+types/feed';

export function loader(side: LoaderFunctionArgs) {
  return loadFeed(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const community = communityOf(matches);
  if (!community) return pageMeta(matches, { title: '' });
  const t = metaTranslator(matches);
  return pageMeta(matches, {
    title: t('feed.metaTitle', { community: community.name }),
    description: community.description,
    // One list in any order and from any page is one page to a search engine; its filters are others.
    canonical: feedPath(community.slug, loaderData ? formatFeed({ ...loaderData.state, after: null, tab: 'trending' }) : ''),
    image: community.theme.heroPicture?.plainUrl ?? community.theme.hero,
    feed: pagePath(community.slug, 'feed.atom'),
  });
}

export default function Feed({ loaderData }: Route.ComponentProps) {
  return <FeedPage data={loaderData} />;
}
