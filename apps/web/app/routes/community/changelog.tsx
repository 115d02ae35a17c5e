import type { LoaderFunctionArgs } from 'react-router';
import { communityOf, originOf } from '~/features/layout/community-of';
import { pagePath } from '~/features/paths';
import { ChangelogPage } from '~/features/roadmap/changelog-page';
import { loadChangelog } from '~/features/roadmap/roadmap.server';
import { structuredChangelog } from '~/features/roadmap/structured';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/changelog';

export function loader(side: LoaderFunctionArgs) {
  return loadChangelog(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('roadmap.changelogTitle') });
  const filter = loaderData.category ? `?category=${loaderData.category.slug}` : '';
  return pageMeta(matches, {
    title: t('roadmap.changelogTitle'),
    description: t('roadmap.changelogLead', { community: community.name }),
    canonical: pagePath(community.slug, 'changelog') + filter,
    image: community.theme.hero,
    feed: pagePath(community.slug, 'changelog.atom') + filter,
    structured: structuredChangelog(
      loaderData.community.changelog.nodes,
      ({ to, idea }) => t('roadmap.entryTitle', { status: t(`domain.status.${to}`), title: idea.title }),
      { origin: originOf(matches), ...community },
    ),
  });
}

export default function Changelog({ loaderData }: Route.ComponentProps) {
  return <ChangelogPage data={loaderData} />;
}
