import type { LoaderFunctionArgs } from 'react-router';
import { PanelPage } from '~/features/recruitment/panel-page';
import { loadPanel } from '~/features/recruitment/recruitment.server';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/call-panel';

export function loader(side: LoaderFunctionArgs) {
  return loadPanel(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('recruitment.calls') });
  const { title, id } = loaderData.call;
  return pageMeta(matches, { title: `${t('recruitment.panel')} · ${title}`, canonical: callPath(community.slug, id, '/panel') });
}

export default function PanelRoute({ loaderData }: Route.ComponentProps) {
  return <PanelPage call={loaderData.call} />;
}
