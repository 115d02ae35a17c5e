import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { MORE, Schedules } from '@fanfare/events';
import { SECOND } from '@fanfare/kernel';
import { bootRooms, type Rooms } from '@fanfare/testing';

let rooms: Rooms;

beforeAll(async () => {
  rooms = await bootRooms([]);
});
afterAll(() => rooms.close());

it('does a batch of each in turn: long work holds back nobody, and what comes due meanwhile is done meanwhile', async () => {
  const done: string[] = [];
  const schedules = rooms.get(Schedules);
  schedules.every(SECOND, 'test.long', async () => {
    done.push('long');
    rooms.clock.advance(SECOND / 2);
    return done.filter((name) => name === 'long').length % 5 === 0 ? undefined : MORE;
  });
  schedules.every(SECOND, 'test.short', async () => void done.push('short'));
  await schedules.runDue();
  expect(done).toEqual(['long', 'short', 'long', 'long', 'long', 'short', 'long']);
});

it('lets what failed rest until the next look, and keeps its error until then', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const schedules = rooms.get(Schedules);
  let [tries, batches] = [0, 0];
  schedules.every(SECOND, 'test.failing', async () => {
    tries += 1;
    if (tries === 1) throw new Error('not today');
  });
  schedules.every(SECOND, 'test.busy', async () => ((batches += 1) % 3 === 0 ? undefined : MORE));
  const error = async () => (await rooms.database.query<{ error: string | null }>(`SELECT last_error AS error FROM schedules WHERE name = 'test.failing'`))[0]!.error;
  await schedules.runDue();
  expect([tries, batches, await error()]).toEqual([1, 3, 'not today']);
  await schedules.runDue();
  expect([tries, await error()]).toEqual([2, null]);
  warn.mockRestore();
});
