import { data, type LoaderFunctionArgs } from 'react-router';
import type { ProblemFacts } from '~/data/problem';
import { notFound, query, signInFirst } from '~/data/query.server';
import { StaffRolesDocument, SuspectedRunsDocument, type SuspectedRunsQuery, VotesOfIdeaDocument, type VotesOfIdeaQuery } from '~/graphql/generated/documents';

export type Runs = NonNullable<NonNullable<SuspectedRunsQuery['community']>['suspectedRuns']>;
export type WatchedIdea = NonNullable<VotesOfIdeaQuery['idea']>;
export type Story = NonNullable<WatchedIdea['suspicionEvents']>;

const afterOf = ({ request }: LoaderFunctionArgs) => new URL(request.url).searchParams.get('after') || null;

/** Who came together in a community, for its moderators. */
export async function loadRuns(side: LoaderFunctionArgs): Promise<Runs> {
  await moderatorsOnly(side);
  const { community } = await query(side, SuspectedRunsDocument, { slug: side.params.slug!, after: afterOf(side) });
  if (!community?.suspectedRuns) throw notFound();
  return community.suspectedRuns;
}

/** What is suspected of an idea's votes, for moderators of its community. */
export async function loadVotesOfIdea(side: LoaderFunctionArgs): Promise<WatchedIdea> {
  await moderatorsOnly(side);
  const { idea } = await query(side, VotesOfIdeaDocument, { id: side.params.id!, after: afterOf(side) });
  if (!idea?.suspectedRuns || idea.community.slug !== side.params.slug) throw notFound();
  return idea;
}

async function moderatorsOnly(side: LoaderFunctionArgs): Promise<void> {
  const { viewer } = await query(side, StaffRolesDocument, { slug: side.params.slug! });
  if (!viewer) throw signInFirst(side.request);
  if (!viewer.roles.includes('MODERATOR')) throw data({ code: 'NOT_ALLOWED', params: {} } satisfies ProblemFacts, { status: 403 });
}
