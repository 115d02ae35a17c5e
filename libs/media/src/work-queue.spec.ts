import { setImmediate as soon } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { WorkQueue } from './work-queue.js';

const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe('a queue of work', () => {
  it('does so much at once, the rest in the order it came, and refuses what is too much', async () => {
    const queue = new WorkQueue(2, 2);
    const gates = Array.from({ length: 4 }, gate);
    const begun: number[] = [];
    const works = gates.map(({ opened }, at) => queue.run(async () => {
      begun.push(at);
      await opened;
      return at;
    }));
    await soon();
    expect(begun).toEqual([0, 1]);
    await expect(queue.run(async () => 'more')).rejects.toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' });
    gates[1]!.open();
    await works[1];
    await soon();
    expect(begun).toEqual([0, 1, 2]);
    for (const { open } of gates) open();
    expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
    expect(await queue.run(async () => 'free again')).toBe('free again');
  });

  it('goes on after work that failed', async () => {
    const queue = new WorkQueue(1, 0);
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run(async () => 'next')).toBe('next');
  });
});
