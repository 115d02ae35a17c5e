import { data, type LoaderFunctionArgs } from 'react-router';
import type { ProblemFacts } from '~/data/problem';
import { notFound, query, signInFirst } from '~/data/query.server';
import {
  LeaderboardDocument,
  type LeaderboardQuery,
  ReputationDisputesDocument,
  type ReputationDisputesQuery,
  ReputationRulesDocument,
  type ReputationRulesQuery,
  StaffRolesDocument,
  WhyScoreDocument,
  type WhyScoreQuery,
} from '~/graphql/generated/documents';
import { monthOf } from './months';

export type WhyCommunity = NonNullable<WhyScoreQuery['community']>;
export type Explained = NonNullable<WhyCommunity['member']>;
export type Rules = NonNullable<ReputationRulesQuery['community']>;
export type Levels = Rules['levels'];
export type Board = NonNullable<LeaderboardQuery['community']>;
export type Disputes = NonNullable<NonNullable<ReputationDisputesQuery['community']>['reputationDisputes']>;

export interface BoardState {
  /** Such as 2026-01; null for all time. */
  readonly month: string | null;
  /** The present month, in UTC. */
  readonly now: string;
  readonly after: string | null;
}

/** Somebody's score with its reasons: for them and for moderators; to others there is the profile. */
export async function loadWhy(side: LoaderFunctionArgs): Promise<{ member: Explained; community: WhyCommunity }> {
  const after = new URL(side.request.url).searchParams.get('after') || null;
  const { community } = await query(side, WhyScoreDocument, { slug: side.params.slug!, handle: side.params.handle!, after });
  if (!community?.member?.reputation.entries) throw notFound();
  return { member: community.member, community };
}

export async function loadRules(side: LoaderFunctionArgs): Promise<Rules> {
  const { community } = await query(side, ReputationRulesDocument, { slug: side.params.slug! });
  if (!community) throw notFound();
  return community;
}

export async function loadLeaderboard(side: LoaderFunctionArgs): Promise<{ board: Board; state: BoardState }> {
  const params = new URL(side.request.url).searchParams;
  const now = new Date().toISOString().slice(0, 7);
  const month = params.get('of') === 'all' ? null : monthOf(params.get('month'), now);
  const after = params.get('after') || null;
  const { community } = await query(side, LeaderboardDocument, { slug: side.params.slug!, period: month ? 'MONTH' : 'ALL_TIME', month, after });
  if (!community) throw notFound();
  return { board: community, state: { month, now, after } };
}

/** What waits for a moderator. */
export async function loadDisputes(side: LoaderFunctionArgs): Promise<Disputes> {
  const slug = side.params.slug!;
  const { viewer } = await query(side, StaffRolesDocument, { slug });
  if (!viewer) throw signInFirst(side.request);
  if (!viewer.roles.includes('MODERATOR')) throw data({ code: 'NOT_ALLOWED', params: {} } satisfies ProblemFacts, { status: 403 });
  const { community } = await query(side, ReputationDisputesDocument, { slug, after: new URL(side.request.url).searchParams.get('after') });
  if (!community?.reputationDisputes) throw notFound();
  return community.reputationDisputes;
}
