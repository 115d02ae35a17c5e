import type { LoaderFunctionArgs } from 'react-router';
import { CirclesPage } from '~/features/circles/circles-page';
import { loadCircles } from '~/features/circles/circles.server';
import { communityOf } from '~/features/layout/community-of';
import { circlePath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/circles';

export function loader(side: LoaderFunctionArgs) {
  return loadCircles(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('circles.title'), description: t('circles.lead', { community: community?.name ?? '' }), canonical: community ? circlePath(community.slug) : undefined });
}

export default function Circles({ loaderData }: Route.ComponentProps) {
  return <CirclesPage circles={loaderData.circles} state={loaderData.state} />;
}
