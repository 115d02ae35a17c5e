import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { pagePath } from '~/features/paths';
import { TransparencyPage } from '~/features/transparency/transparency-page';
import { loadTransparency } from '~/features/transparency/transparency.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/transparency';

export function loader(side: LoaderFunctionArgs) {
  return loadTransparency(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('transparency.title'), description: t('transparency.lead', { community: community?.name }), canonical: community ? pagePath(community.slug, 'transparency') : undefined });
}

export default function Transparency({ loaderData }: Route.ComponentProps) {
  return <TransparencyPage shown={loaderData} />;
}
