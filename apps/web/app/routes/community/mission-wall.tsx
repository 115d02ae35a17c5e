import type { LoaderFunctionArgs } from 'react-router';
import { MissionWallPage } from '~/features/missions/mission-wall-page';
import { loadWall } from '~/features/missions/missions.server';
import { communityOf } from '~/features/layout/community-of';
import { missionsPath } from '~/features/missions/missions-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/mission-wall';

export function loader(side: LoaderFunctionArgs) {
  return loadWall(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('missions.wallTitle'), description: t('missions.wallLead', { community: community?.name ?? '' }), canonical: community ? missionsPath(community.slug, '/wall') : undefined });
}

export default function MissionWall({ loaderData }: Route.ComponentProps) {
  return <MissionWallPage {...loaderData} />;
}
