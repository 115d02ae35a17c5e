import { expect, it } from 'vitest';
import type { CreationThreadFragment } from '~/graphql/generated/documents';
import { addReply, addThread, joinThreads, patchResponse } from './response-threads';

const one = (id: string, body = id) => ({ id, body, replies: { nodes: [] } }) as unknown as CreationThreadFragment;
const shape = (threads: readonly CreationThreadFragment[]) => threads.map(({ body, replies }) => [body, replies.nodes.map((reply) => reply.body)]);

it('keeps each response once, as it is known last, with replies written meanwhile', () => {
  const written = addReply(addThread([one('a'), one('b')], one('c')), 'a', one('r'));
  expect(shape(joinThreads(written, [one('a', 'A'), one('d')]))).toEqual([['A', ['r']], ['b', []], ['c', []], ['d', []]]);
  expect(shape(patchResponse(written, { id: 'r', body: 'R' }))).toEqual([['a', ['R']], ['b', []], ['c', []]]);
  expect(shape(addReply(written, 'a', one('r', 'again')))[0]).toEqual(['a', ['again']]);
});
