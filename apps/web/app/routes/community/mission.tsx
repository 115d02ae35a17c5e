import type { LoaderFunctionArgs } from 'react-router';
import { MissionPage } from '~/features/missions/mission-page';
import { loadMission } from '~/features/missions/missions.server';
import { communityOf } from '~/features/layout/community-of';
import { missionsPath } from '~/features/missions/missions-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/mission';

export function loader(side: LoaderFunctionArgs) {
  return loadMission(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: metaTranslator(matches)('missions.title') });
  const { id, title, brief } = loaderData.mission;
  return pageMeta(matches, { title, description: brief.slice(0, 200), canonical: missionsPath(community.slug, `/${id}`), contentLocale: community.locale });
}

export default function Mission({ loaderData }: Route.ComponentProps) {
  return <MissionPage key={loaderData.mission.id} {...loaderData} />;
}
