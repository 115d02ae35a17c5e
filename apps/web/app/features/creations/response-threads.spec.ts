import { expect, it } from 'vitest';
import type { CreationThreadFragment } from '~/graphql/generated/documents';
import { addReplies, addReply, addThread, joinThreads, patchResponse } from './response-threads';

const one = (id: string, body = id) => ({ id, body, replies: { nodes: [], pageInfo: { hasNextPage: true, endCursor: 'x' } } }) as unknown as CreationThreadFragment;
const shape = (threads: readonly CreationThreadFragment[]) => threads.map(({ body, replies }) => [body, replies.nodes.map((reply) => reply.body)]);

it('keeps each response once, as it is known last, with replies written meanwhile', () => {
  const written = addReply(addThread([one('a'), one('b')], one('c')), 'a', one('r'));
  expect(shape(joinThreads(written, [one('a', 'A'), one('d')]))).toEqual([['A', ['r']], ['b', []], ['c', []], ['d', []]]);
  expect(shape(patchResponse(written, { id: 'r', body: 'R' }))).toEqual([['a', ['R']], ['b', []], ['c', []]]);
  expect(shape(addReply(written, 'a', one('r', 'again')))[0]).toEqual(['a', ['again']]);
});

it('keeps further replies that the reader opened, and where they end', () => {
  const page = { nodes: [one('r1'), one('r2')], pageInfo: { hasNextPage: false, endCursor: 'y' } };
  const opened = addReplies(addReply([one('a')], 'a', one('r2', 'written here')), 'a', page);
  const [thread] = joinThreads(opened, [one('a', 'A')]);
  expect(shape([thread!])).toEqual([['A', ['r1', 'r2']]]);
  expect(thread!.replies.pageInfo).toEqual({ hasNextPage: false, endCursor: 'y' });
});
