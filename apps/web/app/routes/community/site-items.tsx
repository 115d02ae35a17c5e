import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { missionsPath } from '~/features/missions/missions-state';
import { loadSiteItems } from '~/features/rewards/site-items.server';
import { SiteItemsPage } from '~/features/rewards/site-items-page';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/site-items';

export function loader(side: LoaderFunctionArgs) {
  return loadSiteItems(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('rewards.onSites'), description: t('rewards.onSitesLead', { community: community?.name ?? '' }), canonical: community ? missionsPath(community.slug, '/sites') : undefined });
}

export default function Shown({ loaderData }: Route.ComponentProps) {
  return <SiteItemsPage {...loaderData} />;
}
