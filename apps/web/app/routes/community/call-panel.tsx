import type { LoaderFunctionArgs } from 'react-router';
import { loadPanelDesk } from '~/features/calls-desk/calls-desk.server';
import { PanelDeskPage } from '~/features/calls-desk/panel-desk-page';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/call-panel';

export function loader(side: LoaderFunctionArgs) {
  return loadPanelDesk(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('recruitment.calls') });
  const { title, id } = loaderData.call;
  return pageMeta(matches, { title: `${t('recruitment.panel')} · ${title}`, canonical: callPath(community.slug, id, '/panel') });
}

export default function PanelRoute({ loaderData: { call, waiting, open } }: Route.ComponentProps) {
  return <PanelDeskPage key={call.id} call={call} waiting={waiting} open={open} />;
}
