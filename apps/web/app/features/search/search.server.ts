import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { NearestDocument, SearchDocument } from '~/graphql/generated/documents';
import { parseSearch } from './search-state';

/** What a search finds; when nothing, the nearest ideas there are. */
export async function loadSearch(side: LoaderFunctionArgs) {
  const state = parseSearch(new URL(side.request.url).searchParams);
  if (!state.query) return { state, page: null, nearest: [] };
  const asked = { slug: side.params.slug!, query: state.query };
  const { community } = await query(side, SearchDocument, { ...asked, after: state.after });
  if (!community) throw notFound();
  if (community.ideas.nodes.length > 0) return { state, page: community.ideas, nearest: [] };
  const { community: around } = await query(side, NearestDocument, asked);
  return { state, page: community.ideas, nearest: around?.similarIdeas.map(({ idea }) => idea) ?? [] };
}
