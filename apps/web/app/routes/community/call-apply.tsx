import type { LoaderFunctionArgs } from 'react-router';
import { ApplyPage } from '~/features/recruitment/apply-page';
import { loadCall } from '~/features/recruitment/recruitment.server';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/call-apply';

export function loader(side: LoaderFunctionArgs) {
  return loadCall(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('recruitment.calls') });
  const { title, id } = loaderData.call;
  return pageMeta(matches, { title: t('recruitment.applyTo', { call: title }), canonical: callPath(community.slug, id, '/apply') });
}

export default function ApplyRoute({ loaderData }: Route.ComponentProps) {
  return <ApplyPage key={`${loaderData.call.id}${loaderData.call.viewerApplication?.id}`} call={loaderData.call} />;
}
