import { redirect, type LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { IdeaPageDocument, type IdeaPageQuery } from '~/graphql/generated/documents';
import { ideaPath } from '../paths';
import { orderOfComments, parseIdea } from './idea-state';

export type IdeaFull = NonNullable<IdeaPageQuery['idea']>;

/** An idea's page as its address asks for it; sends old titles and the wrong community to where it stands. */
export async function loadIdea(side: LoaderFunctionArgs) {
  const url = new URL(side.request.url);
  const state = parseIdea(url.searchParams);
  const { idea } = await query(side, IdeaPageDocument, {
    id: side.params.id!,
    commentsAfter: state.after,
    commentsOrder: orderOfComments(state.comments),
    withVersions: state.versions,
  });
  if (!idea) throw notFound();
  if (isElsewhere(side, idea)) throw redirect(ideaPath(idea.community.slug, idea) + url.search, 301);
  return { idea, state };
}

function isElsewhere({ params }: LoaderFunctionArgs, idea: IdeaFull): boolean {
  const at = `/c/${params.slug}/ideas/${params.id}${params.titleSlug ? `/${params.titleSlug}` : ''}`;
  return idea.status !== 'DRAFT' && at !== ideaPath(idea.community.slug, idea);
}
