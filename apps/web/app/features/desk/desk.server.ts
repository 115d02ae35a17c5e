import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { DeskFrameDocument, type DeskFrameQuery, DeskIdeasDocument, DeskWaitingDocument, type DeskIdeaFragment, type IdeaFilter, type IdeaStatus } from '~/graphql/generated/documents';
import { COLUMN_STATUSES } from './board-moves';
import { allOrderOf, CARDS, type DeskState, filterOf, parseDesk, ROWS, statusesAsked, waitingOrderOf } from './desk-state';

/** One page of a list of the desk. */
export interface DeskList {
  readonly nodes: readonly DeskIdeaFragment[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface DeskColumn {
  readonly status: IdeaStatus;
  /** What further pages are asked with. */
  readonly filter: IdeaFilter;
  readonly page: DeskList;
}

export type DeskFrame = NonNullable<DeskFrameQuery['community']>;
export type DeskData = Awaited<ReturnType<typeof loadDesk>>;

/** The desk as its address asks for it. Who may not answer for the brand is refused by the API. */
export async function loadDesk(side: LoaderFunctionArgs) {
  const slug = side.params.slug!;
  const state = parseDesk(new URL(side.request.url).searchParams);
  const { community: frame, viewer } = await query(side, DeskFrameDocument, { slug });
  if (!frame?.needsAnswer) throw notFound();
  const category = frame.categories.find((known) => known.slug === state.category)?.id ?? null;
  const place: Place = { side, slug, state, category };
  const [list, columns] = await Promise.all([
    state.tab === 'board' ? null : loadList(place),
    state.tab === 'board' ? Promise.all(COLUMN_STATUSES.map((status) => loadColumn(place, status))) : null,
  ]);
  return { state, list, columns, waiting: frame.needsAnswer.totalCount, statusCounts: frame.statusCounts, saved: viewer?.savedFilters ?? [] };
}

interface Place {
  readonly side: LoaderFunctionArgs;
  readonly slug: string;
  readonly state: DeskState;
  /** Id. */
  readonly category: string | null;
}

async function loadList({ side, slug, state, category }: Place): Promise<{ filter: IdeaFilter; page: DeskList }> {
  const filter = filterOf(state, category, statusesAsked(state));
  const shared = { slug, after: state.after, filter };
  const community = state.tab === 'waiting'
    ? (await query(side, DeskWaitingDocument, { ...shared, orderBy: waitingOrderOf(state) })).community
    : (await query(side, DeskIdeasDocument, { ...shared, first: ROWS, orderBy: allOrderOf(state) })).community;
  const page = community && ('needsAnswer' in community ? community.needsAnswer : community.ideas);
  if (!page) throw notFound();
  return { filter, page };
}

async function loadColumn({ side, slug, state, category }: Place, status: IdeaStatus): Promise<DeskColumn> {
  const filter = filterOf(state, category, [status]);
  const { community } = await query(side, DeskIdeasDocument, { slug, first: CARDS, orderBy: 'TOP', filter });
  return { status, filter, page: community!.ideas };
}
