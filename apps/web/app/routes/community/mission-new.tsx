import type { LoaderFunctionArgs } from 'react-router';
import { MissionEditPage } from '~/features/missions/mission-edit-page';
import { loadNewMission } from '~/features/missions/missions.server';
import { communityOf } from '~/features/layout/community-of';
import { missionsPath } from '~/features/missions/missions-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/mission-new';

export function loader(side: LoaderFunctionArgs) {
  return loadNewMission(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('missions.new'), description: t('missions.newLead', { community: community?.name ?? '' }), canonical: community ? missionsPath(community.slug, '/new') : undefined });
}

export default function MissionNew({ loaderData }: Route.ComponentProps) {
  return <MissionEditPage {...loaderData} />;
}
