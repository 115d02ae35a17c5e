import { describe, expect, it } from 'vitest';
import type { CommentPageFragment, CommentThreadFragment } from '~/graphql/generated/documents';
import { addReplies, addReply, addThread, freshen, joinThreads, patchComment, showPage, threadsOf, type Thread } from './threads';

const facts = (id: string, body = id) => ({ id, body }) as unknown as CommentThreadFragment;
const written = (id: string, ...replies: string[]): CommentThreadFragment => ({
  ...facts(id),
  replies: { nodes: replies.map((reply) => facts(reply)), pageInfo: { hasNextPage: false, endCursor: null } },
});
const page = (...ids: string[]) =>
  ({ edges: ids.map((id) => ({ cursor: `c${id}`, node: written(id) })), pageInfo: { hasNextPage: true, endCursor: 'x' } }) as CommentPageFragment;
const ids = (threads: readonly Thread[]) => threads.map(({ id }) => id);

describe('threads', () => {
  it('know what stands before them', () => {
    expect(threadsOf(page('1', '2'), null).map(({ before }) => before)).toEqual([null, 'c1']);
    expect(threadsOf(page('3', '4'), 'c2').map((thread) => [thread.before, thread.page])).toEqual([['c2', 'c2'], ['c3', 'c2']]);
  });

  it('join pages without repeating', () => {
    const first = threadsOf(page('1', '2'), null);
    expect(ids(joinThreads(first, threadsOf(page('2', '3'), 'c2')))).toEqual(['1', '2', '3']);
  });

  it('keep what the reader opened when the page is loaded again', () => {
    const opened = joinThreads(threadsOf(page('1', '2'), null), threadsOf(page('3'), 'c2'));
    expect(ids(freshen(opened, threadsOf(page('1', '9'), null)))).toEqual(['1', '9', '2', '3']);
  });

  it('keep further replies that the reader opened', () => {
    const opened = addReplies(threadsOf(page('1', '2'), null), '1', { nodes: [facts('r1'), facts('r2')], pageInfo: { hasNextPage: true, endCursor: 'y' } });
    const fresh: Thread = { ...written('1', 'r0', 'r1'), before: null, page: null };
    for (const [kept] of [freshen(opened, [fresh]), joinThreads(opened, [fresh])]) {
      expect(kept!.replies.nodes.map(({ id }) => id)).toEqual(['r0', 'r1', 'r2']);
      expect(kept!.replies.pageInfo.endCursor).toBe('y');
    }
  });

  it('take a new comment where its order puts it, once', () => {
    const threads = threadsOf(page('1'), null);
    expect(ids(addThread(threads, written('2'), false))).toEqual(['1', '2']);
    expect(ids(addThread(threads, written('2'), true))).toEqual(['2', '1']);
    expect(ids(addThread(addThread(threads, written('2'), false), written('2'), false))).toEqual(['1', '2']);
  });

  it('take replies in their own thread', () => {
    const threads = addReply(threadsOf(page('1', '2'), null), '2', facts('r1'));
    expect(threads[1]!.replies.nodes.map(({ id }) => id)).toEqual(['r1']);
    expect(threads[0]!.replies.nodes).toEqual([]);
    const more = { nodes: [facts('r1'), facts('r2')], pageInfo: { hasNextPage: true, endCursor: 'y' } };
    const grown = addReplies(threads, '2', more);
    expect(grown[1]!.replies.nodes.map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect(grown[1]!.replies.pageInfo.endCursor).toBe('y');
  });

  it('change a comment or a reply where it stands', () => {
    const threads: Thread[] = [{ ...written('1', 'r1'), before: null, page: null }];
    expect(patchComment(threads, { id: '1', body: 'new' })[0]!.body).toBe('new');
    expect(patchComment(threads, { id: 'r1', body: 'new' })[0]!.replies.nodes[0]!.body).toBe('new');
    expect(patchComment(threads, { id: 'gone', body: 'new' })).toEqual(threads);
  });
});

describe('a page that an address asks for', () => {
  const none = { order: '', threads: [], next: null };
  const first = showPage(none, 'oldest', page('1', '2'), null);
  const both = { ...first, threads: joinThreads(first.threads, threadsOf(page('3', '4'), 'c2')), next: 'c4' };

  it('is the whole screen when it stands there not yet', () => {
    expect([ids(first.threads), first.next]).toEqual([['1', '2'], 'x']);
    expect(ids(showPage(first, 'oldest', page('8', '9'), 'c7').threads)).toEqual(['8', '9']);
    expect(ids(showPage(both, 'newest', page('4', '3'), null).threads)).toEqual(['4', '3']);
  });

  it('changes only what it holds when it stands there already', () => {
    const [again, further] = [showPage(both, 'oldest', page('1', '2'), null), showPage(both, 'oldest', page('3', '4', '5'), 'c2')];
    expect([ids(again.threads), again.next]).toEqual([['1', '2', '3', '4'], 'c4']);
    expect([ids(further.threads), further.next]).toEqual([['1', '2', '3', '4', '5'], 'c4']);
  });

  it('does not begin again at an end that was reached, and goes on where the only page has grown', () => {
    expect(showPage({ ...both, next: null }, 'oldest', page('1', '2'), null).next).toBeNull();
    expect(showPage({ ...first, next: null }, 'oldest', page('1', '2'), null).next).toBe('x');
  });
});
