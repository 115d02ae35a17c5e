import type { LoaderFunctionArgs } from 'react-router';
import { loadCallRun } from '~/features/calls-desk/calls-desk.server';
import { ManagePage } from '~/features/calls-desk/manage-page';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/call-manage';

export function loader(side: LoaderFunctionArgs) {
  return loadCallRun(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('recruitment.calls') });
  return pageMeta(matches, { title: `${t('calls.manage')} · ${loaderData.call.title}`, canonical: callPath(community.slug, loaderData.call.id, '/manage') });
}

export default function ManageCallRoute({ loaderData: { call, agreements, funnel } }: Route.ComponentProps) {
  return <ManagePage call={call} agreements={agreements} funnel={funnel} />;
}
