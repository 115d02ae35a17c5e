import type { LoaderFunctionArgs } from 'react-router';
import { RewardsPage } from '~/features/rewards/rewards-page';
import { loadRewards } from '~/features/rewards/rewards.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/rewards';

export function loader(side: LoaderFunctionArgs) {
  return loadRewards(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('rewards.title') });
}

export default function Rewards({ loaderData }: Route.ComponentProps) {
  return <RewardsPage mine={loaderData} />;
}
