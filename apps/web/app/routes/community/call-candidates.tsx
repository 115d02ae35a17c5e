import type { LoaderFunctionArgs } from 'react-router';
import { loadCandidates } from '~/features/applying/applying.server';
import { CandidatesPage } from '~/features/applying/candidates-page';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/call-candidates';

export function loader(side: LoaderFunctionArgs) {
  return loadCandidates(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('recruitment.calls') });
  const { title, id } = loaderData.call;
  return pageMeta(matches, { title: `${t('applying.candidates')} · ${title}`, description: t('applying.candidatesLead'), canonical: callPath(community.slug, id, '/candidates') });
}

export default function CandidatesRoute({ loaderData }: Route.ComponentProps) {
  return <CandidatesPage key={loaderData.call.id} call={loaderData.call} />;
}
