import type { LoaderFunctionArgs } from 'react-router';
import { MissionsPage } from '~/features/missions/missions-page';
import { loadMissions } from '~/features/missions/missions.server';
import { communityOf } from '~/features/layout/community-of';
import { missionsPath } from '~/features/missions/missions-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/missions';

export function loader(side: LoaderFunctionArgs) {
  return loadMissions(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('missions.title'), description: t('missions.lead', { community: community?.name ?? '' }), canonical: community ? missionsPath(community.slug, '') : undefined });
}

export default function Missions({ loaderData }: Route.ComponentProps) {
  return <MissionsPage {...loaderData} />;
}
