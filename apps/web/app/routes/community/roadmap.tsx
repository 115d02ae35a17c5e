import type { LoaderFunctionArgs } from 'react-router';
import { communityOf, originOf } from '~/features/layout/community-of';
import { pagePath } from '~/features/paths';
import { RoadmapPage } from '~/features/roadmap/roadmap-page';
import { loadRoadmap } from '~/features/roadmap/roadmap.server';
import { structuredRoadmap } from '~/features/roadmap/structured';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/roadmap';

export function loader(side: LoaderFunctionArgs) {
  return loadRoadmap(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('roadmap.title') });
  return pageMeta(matches, {
    title: t('roadmap.title'),
    description: t('roadmap.lead', { community: community.name }),
    canonical: pagePath(community.slug, 'roadmap'),
    image: community.theme.hero,
    feed: pagePath(community.slug, 'changelog.atom'),
    structured: structuredRoadmap(loaderData.parts, { origin: originOf(matches), ...community }),
  });
}

export default function Roadmap({ loaderData }: Route.ComponentProps) {
  return <RoadmapPage parts={loaderData.parts} only={loaderData.only} />;
}
