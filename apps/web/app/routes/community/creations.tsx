import type { LoaderFunctionArgs } from 'react-router';
import { loadWall } from '~/features/creations/creations.server';
import { wallPath } from '~/features/creations/creations-state';
import { WallPage } from '~/features/creations/wall-page';
import { communityOf } from '~/features/layout/community-of';
import { pagePath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/creations';

export function loader(side: LoaderFunctionArgs) {
  return loadWall(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('creations.title') });
  return pageMeta(matches, {
    title: t('creations.title'),
    description: t('creations.lead', { community: community.name }),
    canonical: wallPath(community.slug, { idea: loaderData.state.idea }),
    image: loaderData.creations.nodes[0]?.cover?.plainUrl ?? community.theme.heroPicture?.plainUrl ?? community.theme.hero,
    feed: pagePath(community.slug, 'creations.atom'),
  });
}

export default function Creations({ loaderData }: Route.ComponentProps) {
  return <WallPage wall={loaderData} />;
}
