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
    expect(await Promise.all([kept.get('a', 0, answer.ask), kept.get('a', 50, answer.ask)])).toEqual([1, 1]);
    expect(await kept.get('b', 50, answer.ask)).toBe(2);
    expect(await kept.get('a', 100, answer.ask)).toBe(3);
  });

  it('do not keep a failure', async () => {
    const kept = new Kept<number>(100, 10);
    await expect(kept.get('a', 0, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await kept.get('a', 1, async () => 7)).toBe(7);
  });

  it('are not kept without end', async () => {
    const kept = new Kept<number>(100, 2);
    const answer = make();
    for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) await kept.get(name, 0, answer.ask);
    expect(answer.times()).toBe(4);
  });
});
