import { redirect, type LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { CommentWordingsDocument, type CommentWordingsQuery, IdeaPageDocument, type IdeaPageQuery } from '~/graphql/generated/documents';
import { ideaPath } from '../paths';
import { orderOfComments, parseIdea } from './idea-state';

export type IdeaFull = NonNullable<IdeaPageQuery['idea']>;
export type CommentWordings = NonNullable<CommentWordingsQuery['comment']>;

/** An idea's page as its address asks for it; sends old titles and the wrong community to where it stands. */
export async function loadIdea(side: LoaderFunctionArgs) {
  const url = new URL(side.request.url);
  const state = parseIdea(url.searchParams);
  const [{ idea }, wordings] = await Promise.all([
    query(side, IdeaPageDocument, {
      id: side.params.id!,
      commentsAfter: state.after,
      commentsOrder: orderOfComments(state.comments),
      withVersions: state.versions,
    }),
    state.wordings ? query(side, CommentWordingsDocument, { id: state.wordings }) : null,
  ]);
  if (!idea) throw notFound();
  if (isElsewhere(side, idea)) throw redirect(ideaPath(idea.community.slug, idea) + url.search, 301);
  return { idea, state, wordings: wordings?.comment ?? null };
}

function isElsewhere({ params }: LoaderFunctionArgs, idea: IdeaFull): boolean {
  const at = `/c/${params.slug}/ideas/${params.id}${params.titleSlug ? `/${params.titleSlug}` : ''}`;
  return idea.status !== 'DRAFT' && at !== ideaPath(idea.community.slug, idea);
}
