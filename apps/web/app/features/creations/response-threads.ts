import type { CreationResponseFactsFragment, CreationThreadFragment } from '~/graphql/generated/documents';

type Thread = CreationThreadFragment;
type Response = CreationResponseFactsFragment;

/** Both lists, each thread once and as the second one says it; replies that only the first one knows stay, and where it had read to. */
export function joinThreads(threads: readonly Thread[], fresh: readonly Thread[]): Thread[] {
  const newer = new Map(fresh.map((thread) => [thread.id, thread]));
  const known = new Set(threads.map(({ id }) => id));
  return [...threads.map((thread) => renew(thread, newer.get(thread.id))), ...fresh.filter(({ id }) => !known.has(id))];
}

function renew(known: Thread, fresh: Thread | undefined): Thread {
  if (!fresh) return known;
  const there = new Set(fresh.replies.nodes.map(({ id }) => id));
  const further = known.replies.nodes.filter(({ id }) => !there.has(id));
  if (further.length === 0) return fresh;
  return { ...fresh, replies: { ...known.replies, nodes: [...fresh.replies.nodes, ...further] } };
}

/** One written just now, last. */
export function addThread(threads: readonly Thread[], written: Thread): Thread[] {
  return [...threads.filter(({ id }) => id !== written.id), written];
}

/** A reply, last in its thread. */
export function addReply(threads: readonly Thread[], top: string, reply: Response): Thread[] {
  return threads.map((thread) => {
    if (thread.id !== top) return thread;
    return { ...thread, replies: { ...thread.replies, nodes: [...thread.replies.nodes.filter(({ id }) => id !== reply.id), reply] } };
  });
}

/** A further page of a thread's replies; one that was written meanwhile stands in its place. */
export function addReplies(threads: readonly Thread[], top: string, page: Thread['replies']): Thread[] {
  const there = new Set(page.nodes.map(({ id }) => id));
  return threads.map((thread) => {
    if (thread.id !== top) return thread;
    return { ...thread, replies: { ...page, nodes: [...thread.replies.nodes.filter(({ id }) => !there.has(id)), ...page.nodes] } };
  });
}

/** What changed about a response, wherever it stands. */
export function patchResponse(threads: readonly Thread[], change: Partial<Response> & { id: string }): Thread[] {
  return threads.map((thread) => {
    if (thread.id === change.id) return { ...thread, ...change };
    const nodes = thread.replies.nodes.map((reply) => (reply.id === change.id ? { ...reply, ...change } : reply));
    return { ...thread, replies: { ...thread.replies, nodes } };
  });
}
