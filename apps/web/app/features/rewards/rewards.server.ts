import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query, signInFirst } from '~/data/query.server';
import { MyRewardsDocument, type MyRewardsQuery } from '~/graphql/generated/documents';

type Membership = NonNullable<NonNullable<MyRewardsQuery['viewer']>['membership']>;
type Community = NonNullable<MyRewardsQuery['community']>;
export type Rewards = NonNullable<Membership['rewards']>;
export type RewardLine = Rewards['transfers']['nodes'][number];
export type Delivery = Rewards['deliveries']['nodes'][number];
export type Perk = Community['perks']['nodes'][number];
export type OwnLink = NonNullable<Membership['trackingLinks']>['nodes'][number];
export type SiteFeed = NonNullable<Membership['siteFeeds']>[number];
export type ChosenMission = Community['missions']['nodes'][number];

export interface MyRewards {
  /** Null to who is no member. */
  readonly rewards: Rewards | null;
  readonly perks: readonly Perk[];
  readonly links: readonly OwnLink[];
  readonly feeds: readonly SiteFeed[];
  /** That they may make links for. */
  readonly missions: readonly ChosenMission[];
  /** Whether a term of theirs is in force. */
  readonly serves: boolean;
}

/** What the reader earned, what they may choose for it, and how far their work goes. */
export async function loadRewards(side: LoaderFunctionArgs): Promise<MyRewards> {
  const { viewer, community } = await query(side, MyRewardsDocument, { slug: side.params.slug! });
  if (!viewer) throw signInFirst(side.request);
  if (!community) throw notFound();
  const own = viewer.membership;
  return {
    rewards: own?.rewards ?? null,
    perks: community.perks.nodes.filter(({ cost, retiredAt }) => cost !== null && retiredAt === null),
    links: own?.trackingLinks?.nodes ?? [],
    feeds: own?.siteFeeds ?? [],
    missions: community.missions.nodes,
    serves: Boolean(own?.ambassador),
  };
}
