import { describe, expect, it } from 'vitest';
import type { IdeaCardFragment } from '~/graphql/generated/documents';
import { FeedMemory, joinPages } from './feed-memory';

const support = { raw: 1, verified: 1, quarantined: 0, imported: 0 };
const idea = (id: string) => ({ id, title: id, support, viewerVote: null }) as unknown as IdeaCardFragment;

describe('the pages of a list', () => {
  it('are kept per place in the history', () => {
    const memory = new FeedMemory();
    memory.set('a', { ideas: [idea('1')], next: 'x' });
    expect(memory.get('a')?.next).toBe('x');
    expect(memory.get('b')).toBeUndefined();
  });

  it('learn of a vote', () => {
    const memory = new FeedMemory();
    memory.set('a', { ideas: [idea('1'), idea('2')], next: null });
    memory.learn('2', { voted: true, support: { ...support, raw: 2 } });
    const [first, second] = memory.get('a')!.ideas;
    expect(first!.viewerVote).toBeNull();
    expect(second!.viewerVote).not.toBeNull();
    expect(second!.support.raw).toBe(2);
  });

  it('are not kept without end', () => {
    const memory = new FeedMemory();
    for (let n = 0; n < 30; n++) memory.set(String(n), { ideas: [], next: null });
    expect(memory.get('0')).toBeUndefined();
    expect(memory.get('29')).toBeDefined();
  });

  it('show each idea once', () => {
    const ids = joinPages([idea('1'), idea('2')], [idea('2'), idea('3'), idea('3')]).map(({ id }) => id);
    expect(ids).toEqual(['1', '2', '3']);
  });
});
