import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query, signInFirst } from '~/data/query.server';
import { MyRewardsDocument, type MyRewardsQuery } from '~/graphql/generated/documents';

type Rewards = NonNullable<NonNullable<NonNullable<MyRewardsQuery['viewer']>['membership']>['rewards']>;
export type RewardLine = Rewards['transfers']['nodes'][number];
export type Delivery = Rewards['deliveries']['nodes'][number];
export type Perk = NonNullable<MyRewardsQuery['community']>['perks']['nodes'][number];

export interface MyRewards {
  /** Null to who is no member. */
  readonly rewards: Rewards | null;
  readonly perks: readonly Perk[];
}

/** What the reader earned, and what they may choose for it. */
export async function loadRewards(side: LoaderFunctionArgs): Promise<MyRewards> {
  const { viewer, community } = await query(side, MyRewardsDocument, { slug: side.params.slug! });
  if (!viewer) throw signInFirst(side.request);
  if (!community) throw notFound();
  return { rewards: viewer.membership?.rewards ?? null, perks: community.perks.nodes.filter(({ cost }) => cost !== null) };
}
