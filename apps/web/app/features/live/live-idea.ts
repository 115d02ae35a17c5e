import { IdeaChangedDocument, type IdeaChangedSubscription } from '~/graphql/generated/documents';
import { type Listener, listenTo } from './listen-to';

export type IdeaNews = IdeaChangedSubscription['ideaChanged'];

/** Tells when an idea changes, until the returned function is called. */
export function listenToIdea(id: string, { news, caughtUp }: Listener<IdeaNews>): () => void {
  return listenTo(IdeaChangedDocument, { id }, { news: ({ ideaChanged }) => news(ideaChanged), caughtUp });
}
