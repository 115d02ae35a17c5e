import type { LoaderFunctionArgs } from 'react-router';
import { EntriesDeskPage } from '~/features/missions/entries-desk-page';
import { loadEntriesDesk } from '~/features/missions/missions.server';
import { communityOf } from '~/features/layout/community-of';
import { missionsPath } from '~/features/missions/missions-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/mission-desk';

export function loader(side: LoaderFunctionArgs) {
  return loadEntriesDesk(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('missions.deskTitle'), description: t('missions.deskLead', { community: community?.name ?? '' }), canonical: community ? missionsPath(community.slug, '/desk') : undefined });
}

export default function MissionDesk({ loaderData }: Route.ComponentProps) {
  return <EntriesDeskPage {...loaderData} />;
}
