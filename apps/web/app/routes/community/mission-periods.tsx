import type { LoaderFunctionArgs } from 'react-router';
import { PeriodsPage } from '~/features/missions/periods-page';
import { loadPeriods } from '~/features/missions/missions.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/mission-periods';

export function loader(side: LoaderFunctionArgs) {
  return loadPeriods(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  return pageMeta(matches, { title: t('missions.periods'), description: t('missions.periodsLead') });
}

export default function MissionPeriods({ loaderData }: Route.ComponentProps) {
  return <PeriodsPage {...loaderData} />;
}
