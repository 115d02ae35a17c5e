import type { LoaderFunctionArgs } from 'react-router';
import { servicesContext } from '~/data/services.server';
import { pagePath } from '~/features/paths';
import { NoticePage } from '~/features/reports/notice-page';
import { communityOf } from '~/features/layout/community-of';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/notice';

/** `?subject=ID` says what it is about, `?at=PATH` where that stands. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const { origin } = context.get(servicesContext);
  const at = searchParams.get('at') ?? '';
  return { subject: searchParams.get('subject'), location: at.startsWith(`/c/${params.slug}/`) ? origin + at : '' };
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('reports.noticeTitle'), description: t('reports.noticeLead', { community: community?.name }), canonical: community ? pagePath(community.slug, 'notice') : undefined });
}

export default function Notice({ loaderData }: Route.ComponentProps) {
  return <NoticePage {...loaderData} />;
}
