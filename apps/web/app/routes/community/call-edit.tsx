import type { LoaderFunctionArgs } from 'react-router';
import { loadCallToWrite } from '~/features/calls-desk/calls-desk.server';
import { EditCallPage } from '~/features/calls-desk/write-call-pages';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/call-edit';

export function loader(side: LoaderFunctionArgs) {
  return loadCallToWrite(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('recruitment.calls') });
  return pageMeta(matches, { title: `${t('calls.edit')} · ${loaderData.call.title}`, canonical: callPath(community.slug, loaderData.call.id, '/edit') });
}

export default function EditCallRoute({ loaderData }: Route.ComponentProps) {
  return <EditCallPage key={loaderData.call.id} call={loaderData.call} />;
}
