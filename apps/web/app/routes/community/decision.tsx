import type { LoaderFunctionArgs } from 'react-router';
import { DecisionPage, titleOf } from '~/features/decisions/decision-page';
import { loadDecision } from '~/features/decisions/decision.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/decision';

export function loader(side: LoaderFunctionArgs) {
  return loadDecision(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  return pageMeta(matches, { title: loaderData ? titleOf(t, loaderData) : t('decisions.statement') });
}

export default function Decision({ loaderData }: Route.ComponentProps) {
  return <DecisionPage key={loaderData.id} decision={loaderData} />;
}
