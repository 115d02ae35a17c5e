import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query, signInFirst } from '~/data/query.server';
import { CallsToNominateForDocument, type CallsToNominateForQuery, CircleDocument, CirclesDocument, MyCirclesDocument, type CircleQuery, type CirclesQuery } from '~/graphql/generated/documents';
import { circleVariables } from './circle-variables';
import { ORDER_OF, parseCircle, parseCircles } from './circles-state';

export type Circles = NonNullable<CirclesQuery['community']>['circles'];
export type CircleFull = NonNullable<CircleQuery['circle']>;
export type CallToNominateFor = NonNullable<CallsToNominateForQuery['community']>['calls']['nodes'][number];
export type LinkedPost = NonNullable<CircleQuery['circlePost']>;

/** A community's circles. */
export async function loadCircles(side: LoaderFunctionArgs) {
  const state = parseCircles(new URL(side.request.url).searchParams);
  const { community } = await query(side, CirclesDocument, { slug: side.params.slug!, after: state.after, orderBy: ORDER_OF[state.order], search: state.search || null });
  if (!community) throw notFound();
  return { state, circles: community.circles };
}

/** One circle, by one of its tabs; with the post that somebody was led to. */
export async function loadCircle(side: LoaderFunctionArgs) {
  const state = parseCircle(new URL(side.request.url).searchParams);
  const { circle, circlePost } = await query(side, CircleDocument, circleVariables(side.params.slug!, side.params.circle!, state));
  if (!circle) throw notFound();
  const linked = circlePost && circlePost.circle.id === circle.id ? (circlePost.parent ?? circlePost) : null;
  return { state, circle, linked, calls: await callsFor(side, circle) };
}

/** For which calls the reader may have the circle put its spokesperson forward: who judges a call puts nobody forward. */
async function callsFor(side: LoaderFunctionArgs, { viewerMembership, spokesperson }: CircleFull): Promise<CallToNominateFor[]> {
  if (!viewerMembership || !spokesperson) return [];
  const { community } = await query(side, CallsToNominateForDocument, { slug: side.params.slug! });
  return community?.calls.nodes.filter(({ viewerRuns, viewerIsOfPanel }) => !viewerRuns && !viewerIsOfPanel) ?? [];
}

/** Who makes a circle is signed in and a member. */
export async function loadNewCircle(side: LoaderFunctionArgs) {
  const { viewer } = await query(side, MyCirclesDocument, { community: side.params.slug! });
  if (!viewer) throw signInFirst(side.request);
  return { isMember: viewer.membership !== null };
}
