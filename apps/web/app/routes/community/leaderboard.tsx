import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { pagePath } from '~/features/paths';
import { LeaderboardPage } from '~/features/reputation/leaderboard-page';
import { loadLeaderboard } from '~/features/reputation/reputation.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/leaderboard';

export function loader(side: LoaderFunctionArgs) {
  return loadLeaderboard(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('reputation.leaderboard'), description: t('reputation.leaderboardDescription', { community: community?.name ?? '' }), canonical: community ? pagePath(community.slug, 'leaderboard') : undefined });
}

export default function LeaderboardOfCommunity({ loaderData }: Route.ComponentProps) {
  return <LeaderboardPage {...loaderData} />;
}
