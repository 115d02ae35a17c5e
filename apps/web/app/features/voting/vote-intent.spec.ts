import { describe, expect, it } from 'vitest';
import { dropIntent, keepIntent, readIntent } from './vote-intent';

function makeStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const intent = { idea: 'i1', title: 'A pier', community: 'bricks', at: 1000 };

describe('a vote that waits', () => {
  it('is there after signing in, in its community, until dropped', () => {
    const store = makeStore();
    keepIntent(store, intent);
    expect(readIntent(store, 'bricks', 2000)).toEqual(intent);
    expect(readIntent(store, 'cars', 2000)).toBeNull();
    dropIntent(store);
    expect(readIntent(store, 'bricks', 2000)).toBeNull();
  });

  it('is forgotten after half an hour', () => {
    const store = makeStore();
    keepIntent(store, intent);
    expect(readIntent(store, 'bricks', 1000 + 30 * 60_000)).toEqual(intent);
    expect(readIntent(store, 'bricks', 1001 + 30 * 60_000)).toBeNull();
  });

  it('needs no storage to fail softly', () => {
    const broken = { getItem: () => '{', setItem: () => { throw new Error('full'); }, removeItem: () => { throw new Error('gone'); } };
    keepIntent(broken, intent);
    dropIntent(broken);
    expect(readIntent(broken, 'bricks', 0)).toBeNull();
  });
});
