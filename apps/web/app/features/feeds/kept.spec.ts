import { describe, expect, it } from 'vitest';
import { Kept } from './kept';

describe('answers that are kept', () => {
  const make = () => {
    let times = 0;
    return { ask: async () => (times += 1), times: () => times };
  };

  it('are made once for all who ask meanwhile, and again when they are old', async () => {
    const kept = new Kept<number>(100, 10);
    const answer = make();
    expect(await Promise.all([kept.get('a', 0, undefined, answer.ask), kept.get('a', 50, undefined, answer.ask)])).toEqual([1, 1]);
    expect(await kept.get('b', 50, undefined, answer.ask)).toBe(2);
    expect(await kept.get('a', 100, undefined, answer.ask)).toBe(3);
  });

  it('do not keep a failure', async () => {
    const kept = new Kept<number>(100, 10);
    await expect(kept.get('a', 0, undefined, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await kept.get('a', 1, undefined, async () => 7)).toBe(7);
  });

  it('are not kept without end', async () => {
    const kept = new Kept<number>(100, 2);
    const answer = make();
    for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) await kept.get(name, 0, undefined, answer.ask);
    expect(answer.times()).toBe(4);
  });

  it('are made anew when they hold no longer, and then for all', async () => {
    const kept = new Kept<number, number>(100, 10, (then, now) => then >= now);
    const answer = make();
    const gets = [[0, 5], [1, 5], [2, 4], [3, 6], [4, 6]] as const;
    expect(await Promise.all(gets.map(([now, mark]) => kept.get('a', now, mark, answer.ask)))).toEqual([1, 1, 1, 2, 2]);
  });

  it('are not forgotten for an older one that failed meanwhile', async () => {
    const kept = new Kept<number, number>(100, 10, (then, now) => then === now);
    const failing = kept.get('a', 0, 1, () => Promise.reject(new Error('down')));
    const answer = make();
    expect(await kept.get('a', 0, 2, answer.ask)).toBe(1);
    await expect(failing).rejects.toThrow('down');
    expect(await kept.get('a', 1, 2, answer.ask)).toBe(1);
  });
});
