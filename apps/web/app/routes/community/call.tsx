import type { LoaderFunctionArgs } from 'react-router';
import { loadCallPage } from '~/features/applying/applying.server';
import { CallPage } from '~/features/applying/call-page';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/call';

export function loader(side: LoaderFunctionArgs) {
  return loadCallPage(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('recruitment.calls') });
  const { title, id } = loaderData.call;
  return pageMeta(matches, { title, description: loaderData.call.perks, canonical: callPath(community.slug, id), contentLocale: community.locale });
}

export default function CallRoute({ loaderData }: Route.ComponentProps) {
  return <CallPage key={loaderData.call.id} call={loaderData.call} agreements={loaderData.agreements} voices={loaderData.voices} />;
}
