import type { LoaderFunctionArgs } from 'react-router';
import { MissionWallPage } from '~/features/missions/mission-wall-page';
import { loadSiteItems } from '~/features/rewards/site-items.server';
import { loadWall } from '~/features/missions/missions.server';
import { communityOf } from '~/features/layout/community-of';
import { missionsPath } from '~/features/missions/missions-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/mission-wall';

export async function loader(side: LoaderFunctionArgs) {
  const [wall, sites] = await Promise.all([loadWall(side), loadSiteItems(side, 3)]);
  return { ...wall, sites: sites.items };
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('missions.wallTitle'), description: t('missions.wallLead', { community: community?.name ?? '' }), canonical: community ? missionsPath(community.slug, '/wall') : undefined });
}

export default function MissionWall({ loaderData }: Route.ComponentProps) {
  return <MissionWallPage {...loaderData} />;
}
