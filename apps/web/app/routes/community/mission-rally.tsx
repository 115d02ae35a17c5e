import type { LoaderFunctionArgs } from 'react-router';
import { RallyPage } from '~/features/missions/rally-page';
import { loadRally } from '~/features/missions/missions.server';
import { communityOf } from '~/features/layout/community-of';
import { missionsPath } from '~/features/missions/missions-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/mission-rally';

export function loader(side: LoaderFunctionArgs) {
  return loadRally(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: metaTranslator(matches)('missions.title') });
  const { id, title, brief } = loaderData.mission;
  return pageMeta(matches, { title, description: brief.slice(0, 200), canonical: missionsPath(community.slug, `/${id}/rally`), contentLocale: community.locale });
}

export default function MissionRally({ loaderData }: Route.ComponentProps) {
  return <RallyPage key={loaderData.mission.id} mission={loaderData.mission} />;
}
