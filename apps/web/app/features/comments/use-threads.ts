import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { CommentsPageDocument, MoreRepliesDocument, type CommentFactsFragment, type CommentThreadFragment } from '~/graphql/generated/documents';
import { orderOfComments, type IdeaState } from '../idea/idea-state';
import type { IdeaFull } from '../idea/idea.server';
import { addReplies, addReply, addThread, joinThreads, nextOf, patchComment, showPage, type Thread, threadsOf } from './threads';

/** The discussion on the screen: what the loader brought, and what was written, changed and opened since. */
export function useThreads(idea: IdeaFull, state: IdeaState) {
  const [shown, setShown] = useState(() => showPage({ order: '', threads: [], next: null }, state.comments, idea.comments, state.after));
  const [busy, setBusy] = useState(false);
  const complain = useComplaint();
  const change = (how: (threads: readonly Thread[]) => Thread[]) => setShown((now) => ({ ...now, threads: how(now.threads) }));
  useEffect(() => setShown((now) => showPage(now, state.comments, idea.comments, state.after)), [idea.comments]);

  const { next } = shown;
  const order = orderOfComments(state.comments);
  const loadMore = async () => {
    setBusy(true);
    try {
      const { idea: more } = await mutate(CommentsPageDocument, { id: idea.id, after: next, order });
      if (more) setShown((now) => ({ ...now, threads: joinThreads(now.threads, threadsOf(more.comments, next)), next: nextOf(more.comments) }));
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
