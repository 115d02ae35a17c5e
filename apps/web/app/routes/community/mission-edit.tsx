import type { LoaderFunctionArgs } from 'react-router';
import { MissionEditPage } from '~/features/missions/mission-edit-page';
import { loadMissionDraft } from '~/features/missions/missions.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/mission-edit';

export function loader(side: LoaderFunctionArgs) {
  return loadMissionDraft(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  return pageMeta(matches, { title: t('missions.editTitle'), description: t('missions.newLead') });
}

export default function MissionEdit({ loaderData }: Route.ComponentProps) {
  return <MissionEditPage key={loaderData.mission.id} {...loaderData} />;
}
