import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { CommentsPageDocument, MoreRepliesDocument, type CommentFactsFragment, type CommentThreadFragment } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { orderOfComments, type IdeaState } from '../idea/idea-state';
import type { IdeaFull } from '../idea/idea.server';
import { addReplies, addReply, addThread, freshen, joinThreads, patchComment, threadsOf, type Thread } from './threads';

/** The discussion on the screen: what the loader brought, and what was written, changed and opened since. */
export function useThreads(idea: IdeaFull, state: IdeaState) {
  const list = `${state.comments} ${state.after ?? ''}`;
  const [shown, setShown] = useState(() => ({ list, threads: threadsOf(idea.comments, state.after) }));
  const [next, setNext] = useState(nextOf(idea.comments));
  const [busy, setBusy] = useState(false);
  const complain = useComplaint();
  const change = (how: (threads: readonly Thread[]) => Thread[]) => setShown((now) => ({ ...now, threads: how(now.threads) }));
  useEffect(() => {
    const fresh = threadsOf(idea.comments, state.after);
    setShown((now) => ({ list, threads: now.list === list ? freshen(now.threads, fresh) : fresh }));
    setNext((now) => now ?? nextOf(idea.comments));
  }, [idea.comments]);
  useEffect(() => setNext(nextOf(idea.comments)), [list]);

  const order = orderOfComments(state.comments);
  const loadMore = async () => {
    setBusy(true);
    try {
      const { idea: more } = await mutate(CommentsPageDocument, { id: idea.id, after: next, order });
      if (more) change((threads) => joinThreads(threads, threadsOf(more.comments, next)));
      setNext(more && nextOf(more.comments));
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  const loadReplies = async (thread: Thread) => {
    try {
      const after = thread.replies.pageInfo.endCursor;
      const { idea: more } = await mutate(MoreRepliesDocument, { id: idea.id, before: thread.before, order, after });
      const found = more?.comments.nodes.find(({ id }) => id === thread.id);
      if (found) change((threads) => addReplies(threads, thread.id, found.replies));
    } catch (error) {
      complain(error);
    }
  };
  return {
    threads: shown.threads,
    next,
    busy,
    loadMore,
    loadReplies,
    addThread: (written: CommentThreadFragment) => change((threads) => addThread(threads, written, state.comments === 'newest')),
    addReply: (top: string, written: CommentFactsFragment) => change((threads) => addReply(threads, top, written)),
    patch: (changed: Partial<CommentFactsFragment> & { id: string }) => change((threads) => patchComment(threads, changed)),
  };
}

export type Talk = ReturnType<typeof useThreads>;

function nextOf(page: IdeaFull['comments']): string | null {
  return page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
}

function useComplaint() {
  const t = useT();
  const toast = useToast();
  return (error: unknown) => toast(problemText(t, asProblem(error)), { tone: 'bad' });
}
