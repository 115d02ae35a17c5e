import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import {
  CategoryIdsDocument,
  FeedDocument,
  FeedFrameDocument,
  type FeedFrameQuery,
  type FeedQueryVariables,
} from '~/graphql/generated/documents';
import { type FeedState, LISTED_STATUSES, orderOf, parseFeed, statusOf } from './feed-state';

type Frame = NonNullable<FeedFrameQuery['community']>;
export type Movement = Pick<Frame, 'openCalls' | 'wall'>;
export type Delivered = Frame['delivered']['nodes'][number];

export interface Follows {
  readonly answers: boolean;
  readonly categories: readonly string[];
}

/** A community's feed as its address asks for it, and what stands around it. */
export async function loadFeed(side: LoaderFunctionArgs) {
  const slug = side.params.slug!;
  const state = parseFeed(new URL(side.request.url).searchParams);
  const [variables, { community: frame }] = await Promise.all([
    variablesOf(side, slug, state),
    query(side, FeedFrameDocument, { slug }),
  ]);
  const { community } = await query(side, FeedDocument, variables);
  if (!community || !frame) throw notFound();
  return { state, variables, page: community.ideas, statusCounts: frame.statusCounts, staff: frame.staff, follows: followsOf(frame), results: frame.delivered.nodes, movement: { openCalls: frame.openCalls, wall: frame.wall } };
}

async function variablesOf(side: LoaderFunctionArgs, slug: string, state: FeedState): Promise<FeedQueryVariables> {
  const category = state.category && (await categoryId(side, slug, state.category));
  const filter = {
    status: state.status ? [statusOf(state.status)] : LISTED_STATUSES,
    ...(category && { category }),
  };
  return { slug, after: state.after, orderBy: orderOf(state.tab), filter };
}

async function categoryId(side: LoaderFunctionArgs, slug: string, category: string): Promise<string | undefined> {
  const { community } = await query(side, CategoryIdsDocument, { slug });
  return community?.categories.find((known) => known.slug === category)?.id;
}

/** What the reader follows here: the answers, and categories by id. */
function followsOf({ viewerFollows, categories }: Frame): Follows {
  return { answers: viewerFollows, categories: categories.filter((one) => one.viewerFollows).map(({ id }) => id) };
}
