import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router';
import { loadApply } from '~/features/applying/applying.server';
import { ApplyPage } from '~/features/applying/apply-page';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/call-apply';

export function loader(side: LoaderFunctionArgs) {
  return loadApply(side);
}

/** Another step of the same application is no reason to ask again. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const stays = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return stays ? false : defaultShouldRevalidate;
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('recruitment.calls') });
  const { title, id } = loaderData.call;
  return pageMeta(matches, { title: t('recruitment.applyTo', { call: title }), canonical: callPath(community.slug, id, '/apply') });
}

export default function ApplyRoute({ loaderData }: Route.ComponentProps) {
  return <ApplyPage key={loaderData.call.id} call={loaderData.call} sites={loaderData.sites} />;
}
