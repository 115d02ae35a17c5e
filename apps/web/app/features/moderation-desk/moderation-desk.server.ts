import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import {
  ReviewFrameDocument, type ReviewFrameQuery, ReviewItemPageDocument, type ReviewItemPageQuery, ReviewQueueDocument, type ReviewRowFragment,
} from '~/graphql/generated/documents';
import { filterOf, parseQueue } from './queue-state';

/** One page of the queue. */
export interface QueuePage {
  readonly nodes: readonly ReviewRowFragment[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export type Workload = NonNullable<NonNullable<ReviewFrameQuery['community']>['reviewWorkload']>;
export type Rule = NonNullable<ReviewFrameQuery['community']>['rules'][number];
export type ReviewItem = NonNullable<ReviewItemPageQuery['reviewItem']>;
export type ModerationDeskData = Awaited<ReturnType<typeof loadModerationDesk>>;

/** The desk as its address asks for it. Who does not review here is refused by the API. */
export async function loadModerationDesk(side: LoaderFunctionArgs) {
  const slug = side.params.slug!;
  const state = parseQueue(new URL(side.request.url).searchParams);
  const [frame, queue, item] = await Promise.all([
    query(side, ReviewFrameDocument, { slug }),
    query(side, ReviewQueueDocument, { slug, filter: filterOf(state), after: null }),
    state.item ? query(side, ReviewItemPageDocument, { id: state.item }) : null,
  ]);
  const page: QueuePage | null | undefined = queue.community?.reviewQueue;
  const workload = frame.community?.reviewWorkload;
  if (!page || !workload) throw notFound();
  return { page, workload, rules: frame.community!.rules, item: item?.reviewItem ?? null };
}
