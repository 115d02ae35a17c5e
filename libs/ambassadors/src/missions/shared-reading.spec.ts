import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SharedReading } from './shared-reading.js';

/** A reading of a number that the test changes, and how often it was read. */
function counter({ fails = [] as unknown[] } = {}) {
  const state = { value: 0 as number | null, reads: 0, emptied: 0 };
  const reading = new SharedReading(
    async () => {
      state.reads += 1;
      const failure = fails.shift();
      if (failure) throw failure;
      return state.value;
    },
    5,
    (error) => error === 'away',
    () => (state.emptied += 1),
  );
  return { state, reading };
}

describe('a shared reading', () => {
  it('is read once for all who wait, and once for however many changes came meanwhile', async () => {
    const { state, reading } = counter();
    const readers = Array.from({ length: 50 }, () => reading.open());
    expect(await Promise.all(readers.map((reader) => reader.next()))).toEqual(readers.map(() => ({ done: false, value: 0 })));
    const first = state.reads;
    expect(first).toBeLessThan(3);
    const next = Promise.all(readers.map((reader) => reader.next()));
    state.value = 7;
    for (let n = 0; n < 1_000; n += 1) reading.touch();
    expect(new Set((await next).map(({ value }) => value))).toEqual(new Set([7]));
    expect(state.reads - first).toBeLessThan(4);
    for (const reader of readers) await reader.return!();
    expect([reading.count, state.emptied]).toEqual([0, 1]);
  });

  it('ends at once for who leaves, also in the middle of waiting', async () => {
    const { reading } = counter();
    const reader = reading.open();
    await reader.next();
    const waiting = reader.next();
    await reader.return!();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('ends when there is nothing to tell any more', async () => {
    const { state, reading } = counter();
    const reader = reading.open();
    await reader.next();
    state.value = null;
    reading.touch();
    expect(await reader.next()).toEqual({ done: true, value: undefined });
  });

  it('reads again while the database is away, and hands on what nobody can mend', async () => {
    const mended = counter({ fails: ['away', 'away'] });
    expect(await mended.reading.open().next()).toEqual({ done: false, value: 0 });
    const broken = counter({ fails: ['wrong'] });
    await expect(broken.reading.open().next()).rejects.toBe('wrong');
    expect(broken.reading.count).toBe(0);
  });

  it('reads nothing while nobody waits', async () => {
    const { state, reading } = counter();
    reading.touch();
    await delay(20);
    expect(state.reads).toBe(0);
    expect(await reading.open().next()).toMatchObject({ value: 0 });
  });
});
