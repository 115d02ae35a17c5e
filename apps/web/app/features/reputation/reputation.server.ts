import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { LeaderboardDocument, type LeaderboardQuery, ReputationRulesDocument, type ReputationRulesQuery, WhyScoreDocument, type WhyScoreQuery } from '~/graphql/generated/documents';

export type Explained = NonNullable<NonNullable<WhyScoreQuery['community']>['member']>;
export type Entries = NonNullable<Explained['reputation']['entries']>;
export type Rules = NonNullable<ReputationRulesQuery['community']>;
export type Leaderboard = NonNullable<LeaderboardQuery['community']>['leaderboard'];
export type Period = 'month' | 'all';

/** Somebody's score with its reasons: for them and for moderators; to others there is the profile. */
export async function loadWhy(side: LoaderFunctionArgs): Promise<Explained> {
  const after = new URL(side.request.url).searchParams.get('after') || null;
  const { community } = await query(side, WhyScoreDocument, { slug: side.params.slug!, handle: side.params.handle!, after });
  if (!community?.member?.reputation.entries) throw notFound();
  return community.member;
}

export async function loadRules(side: LoaderFunctionArgs): Promise<Rules> {
  const { community } = await query(side, ReputationRulesDocument, { slug: side.params.slug! });
  if (!community) throw notFound();
  return community;
}

export async function loadLeaderboard(side: LoaderFunctionArgs): Promise<{ period: Period; places: Leaderboard; after: string | null }> {
  const params = new URL(side.request.url).searchParams;
  const period = params.get('of') === 'all' ? 'all' : 'month';
  const after = params.get('after') || null;
  const { community } = await query(side, LeaderboardDocument, { slug: side.params.slug!, period: period === 'all' ? 'ALL_TIME' : 'MONTH', after });
  if (!community) throw notFound();
  return { period, places: community.leaderboard, after };
}
