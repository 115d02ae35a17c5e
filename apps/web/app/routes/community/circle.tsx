import type { LoaderFunctionArgs } from 'react-router';
import { CirclePage } from '~/features/circles/circle-page';
import { loadCircle } from '~/features/circles/circles.server';
import { communityOf } from '~/features/layout/community-of';
import { circlePath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/circle';

export function loader(side: LoaderFunctionArgs) {
  return loadCircle(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('circles.gone') });
  const { name, slug, description } = loaderData.circle;
  return pageMeta(matches, { title: name, description, canonical: circlePath(community.slug, slug), contentLocale: community.locale });
}

export default function Circle({ loaderData }: Route.ComponentProps) {
  return <CirclePage key={loaderData.circle.id} circle={loaderData.circle} linked={loaderData.linked} state={loaderData.state} calls={loaderData.calls} />;
}
