import type { LoaderFunctionArgs } from 'react-router';
import { CallsPage } from '~/features/recruitment/calls-page';
import { loadCalls } from '~/features/recruitment/recruitment.server';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/calls';

export function loader(side: LoaderFunctionArgs) {
  return loadCalls(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('recruitment.calls'), description: t('recruitment.callsLead', { community: community?.name ?? '' }), canonical: community ? callPath(community.slug) : undefined });
}

export default function CallsRoute({ loaderData }: Route.ComponentProps) {
  return <CallsPage calls={loaderData.calls} />;
}
