import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { pagePath } from '~/features/paths';
import { RulesPage } from '~/features/reputation/rules-page';
import { loadRules } from '~/features/reputation/reputation.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/reputation';

export function loader(side: LoaderFunctionArgs) {
  return loadRules(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('reputation.how'), description: t('reputation.howDescription', { community: community?.name ?? '' }), canonical: community ? pagePath(community.slug, 'reputation') : undefined });
}

export default function Reputation({ loaderData }: Route.ComponentProps) {
  return <RulesPage rules={loaderData} />;
}
