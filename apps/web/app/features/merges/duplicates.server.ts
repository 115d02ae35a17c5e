import { data, type LoaderFunctionArgs } from 'react-router';
import type { ProblemFacts } from '~/data/problem';
import { notFound, query, signInFirst } from '~/data/query.server';
import { DuplicatePairsDocument, MergeContestsDocument, StaffRolesDocument } from '~/graphql/generated/documents';

/** What the reader's roles open: pairs for the brand, contests for all staff. */
export async function loadDuplicates(side: LoaderFunctionArgs) {
  const slug = side.params.slug!;
  const asked = new URL(side.request.url).searchParams;
  const { viewer } = await query(side, StaffRolesDocument, { slug });
  if (!viewer) throw signInFirst(side.request);
  const isBrand = viewer.roles.includes('OWNER') || viewer.roles.includes('BRAND_MANAGER');
  if (viewer.roles.length === 0) throw data({ code: 'NOT_ALLOWED', params: {} } satisfies ProblemFacts, { status: 403 });
  const [pairs, contests] = await Promise.all([
    isBrand ? query(side, DuplicatePairsDocument, { slug, after: asked.get('after') }) : null,
    query(side, MergeContestsDocument, { slug, after: asked.get('contests') }),
  ]);
  if (!contests.community?.mergeContests) throw notFound();
  return { pairs: pairs?.community?.duplicateSuggestions ?? null, contests: contests.community.mergeContests, mayDecide: viewer.roles.includes('MODERATOR') };
}
