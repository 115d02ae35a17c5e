import type { LoaderFunctionArgs } from 'react-router';
import { query } from '~/data/query.server';
import { DraftsDocument } from '~/graphql/generated/documents';

/** The drafts of somebody signed in, and the one that the address names. */
export async function loadPost(side: LoaderFunctionArgs) {
  const { viewer, community } = await query(side, DraftsDocument, { community: side.params.slug! });
  const drafts = viewer?.drafts ?? [];
  const asked = new URL(side.request.url).searchParams.get('draft');
  return { template: community?.ideaTemplate ?? '', drafts, draft: drafts.find(({ id }) => id === asked) ?? null };
}
