import type { CommentFactsFragment, CommentPageFragment, CommentThreadFragment } from '~/graphql/generated/documents';

/** A comment with its replies, and where it stands in its list. */
export interface Thread extends CommentThreadFragment {
  /** Cursor of the thread before it; null for the first of all and for one written just now. */
  readonly before: string | null;
  /** Cursor that its page was asked with, for links that show it again. */
  readonly page: string | null;
}

/** The threads of a page that was asked with the cursor `page`. */
export function threadsOf(answer: CommentPageFragment, page: string | null): Thread[] {
  return answer.edges.map(({ node }, index) => ({ ...node, before: answer.edges[index - 1]?.cursor ?? page, page }));
}

/** Both lists, each thread once; what is known later is newer. */
export function joinThreads(threads: readonly Thread[], more: readonly Thread[]): Thread[] {
  const newer = new Map(more.map((thread) => [thread.id, thread]));
  const known = new Set(threads.map(({ id }) => id));
  return [...threads.map((thread) => renew(thread, newer.get(thread.id) ?? thread)), ...more.filter(({ id }) => !known.has(id))];
}

/** What the server says now, followed by the further threads that the reader has opened or written. */
export function freshen(threads: readonly Thread[], fresh: readonly Thread[]): Thread[] {
  const before = new Map(threads.map((thread) => [thread.id, thread]));
  const known = new Set(fresh.map(({ id }) => id));
  return [...fresh.map((thread) => renew(before.get(thread.id) ?? thread, thread)), ...threads.filter(({ id }) => !known.has(id))];
}

/** A thread as the server says it now, with the further replies that the reader has opened or written. */
function renew(known: Thread, fresh: Thread): Thread {
  const first = new Set(fresh.replies.nodes.map(({ id }) => id));
  const further = known.replies.nodes.filter(({ id }) => !first.has(id));
  if (further.length === 0) return fresh;
  return { ...fresh, replies: { ...known.replies, nodes: [...fresh.replies.nodes, ...further] } };
}

/** The discussion on the screen. */
export interface Shown {
  readonly order: string;
  readonly threads: readonly Thread[];
  /** Cursor to go on after; null at the end. */
  readonly next: string | null;
}

export function nextOf({ pageInfo }: CommentPageFragment): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}

/** A page arrived for the address: it freshens the screen where it stands there already, and takes its place where not. */
export function showPage(shown: Shown, order: string, answer: CommentPageFragment, page: string | null): Shown {
  const fresh = threadsOf(answer, page);
  const pages = new Set(shown.threads.map((thread) => thread.page));
  if (shown.order !== order || !pages.has(page)) return { order, threads: fresh, next: nextOf(answer) };
  const threads = shown.threads[0]!.page === page ? freshen(shown.threads, fresh) : joinThreads(shown.threads, fresh);
  return { order, threads, next: shown.next ?? (pages.size === 1 ? nextOf(answer) : null) };
}

/** A thread written just now: first where the newest come first. */
export function addThread(threads: readonly Thread[], written: CommentThreadFragment, newestFirst: boolean): Thread[] {
  const thread = { ...written, before: null, page: null };
  const others = threads.filter(({ id }) => id !== written.id);
  return newestFirst ? [thread, ...others] : [...others, thread];
}

/** A reply, last in its thread. */
export function addReply(threads: readonly Thread[], top: string, reply: CommentFactsFragment): Thread[] {
  return changeReplies(threads, top, (replies) => [...replies.filter(({ id }) => id !== reply.id), reply]);
}

/** A further page of a thread's replies. */
export function addReplies(threads: readonly Thread[], top: string, page: CommentThreadFragment['replies']): Thread[] {
  const grown = changeReplies(threads, top, (replies) => {
    const known = new Set(replies.map(({ id }) => id));
    return [...replies, ...page.nodes.filter(({ id }) => !known.has(id))];
  });
  return grown.map((thread) => (thread.id === top ? { ...thread, replies: { ...thread.replies, pageInfo: page.pageInfo } } : thread));
}

/** What changed about a comment, wherever it stands. */
export function patchComment(threads: readonly Thread[], change: Partial<CommentFactsFragment> & { id: string }): Thread[] {
  return threads.map((thread) => {
    if (thread.id === change.id) return { ...thread, ...change };
    if (!thread.replies.nodes.some(({ id }) => id === change.id)) return thread;
    const nodes = thread.replies.nodes.map((reply) => (reply.id === change.id ? { ...reply, ...change } : reply));
    return { ...thread, replies: { ...thread.replies, nodes } };
  });
}

type Replies = readonly CommentFactsFragment[];

function changeReplies(threads: readonly Thread[], top: string, change: (replies: Replies) => CommentFactsFragment[]): Thread[] {
  return threads.map((thread) =>
    thread.id === top ? { ...thread, replies: { ...thread.replies, nodes: change(thread.replies.nodes) } } : thread,
  );
}
