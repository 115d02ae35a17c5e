import { afterAll, beforeAll, expect, it } from 'vitest';
import { declareEvent, EventLog, Handlers } from '@fanfare/events';
import { newId } from '@fanfare/kernel';
import { bootRooms, type Rooms } from '@fanfare/testing';

const SomethingHappened = declareEvent<{ n: number }>('test.somethingHappened');
let rooms: Rooms;

beforeAll(async () => {
  rooms = await bootRooms([]);
});
afterAll(() => rooms.close());

it('delivers each event once, to the handlers that asked, in one transaction with the delivery', async () => {
  const seen: number[] = [];
  const handlers = rooms.get(Handlers);
  handlers.on(SomethingHappened, 'test.one', async (_tx, event) => void seen.push(event.payload.n));
  handlers.onMany(SomethingHappened, 'test.many', 10, async (_tx, events) => void seen.push(...events.map((event) => event.payload.n * 100)));
  const log = rooms.get(EventLog);
  await rooms.transactor.run(async (tx) => {
    for (const n of [1, 2, 3]) await log.append(tx, SomethingHappened, { subjectId: newId(), payload: { n } });
  });
  await rooms.dispatcher.drain();
  await rooms.dispatcher.drain();
  expect(seen.sort((a, b) => a - b)).toEqual([1, 2, 3, 100, 200, 300]);
  expect(await rooms.database.query('SELECT * FROM deliveries')).toEqual([]);
});

it('appends many at once as it appends them one by one: in their order, each for every handler', async () => {
  const ManyHappened = declareEvent<{ n: number }>('test.manyHappened');
  const seen: number[] = [];
  for (const name of ['test.first', 'test.second']) rooms.get(Handlers).on(ManyHappened, name, async (_tx, event) => void seen.push(event.payload.n));
  const log = rooms.get(EventLog);
  const [at, subject] = [new Date('2026-03-01T00:00:00Z'), newId()];
  await rooms.transactor.run(async (tx) => {
    await log.appendAll(tx, ManyHappened, []);
    expect(log.hasAppended(tx)).toBe(false);
    await log.appendAll(tx, ManyHappened, [{ subjectId: subject, payload: { n: 1 }, at }, { payload: { n: 2 } }, { payload: { n: 3 } }]);
    expect(log.hasAppended(tx)).toBe(true);
  });
  const rows = await rooms.database.query<{ at: Date }>(`SELECT subject_id AS subject, payload, occurred_at AS at FROM events WHERE type = 'test.manyHappened' ORDER BY sequence`);
  expect(rows).toMatchObject([{ subject, payload: { n: 1 }, at }, { subject: null, payload: { n: 2 } }, { subject: null, payload: { n: 3 } }]);
  await rooms.dispatcher.drain();
  expect(seen.sort()).toEqual([1, 1, 2, 2, 3, 3]);
});

it('keeps what failed for later, and lets the others pass', async () => {
  const handlers = rooms.get(Handlers);
  const Other = declareEvent<{ bad: boolean }>('test.otherHappened');
  const seen: boolean[] = [];
  let alone = 0;
  handlers.onMany(Other, 'test.picky', 10, async (_tx, events) => {
    if (events.length === 1 && events[0]!.payload.bad) alone += 1;
    for (const event of events) {
      if (event.payload.bad) throw new Error('cannot');
      seen.push(event.payload.bad);
    }
  });
  const log = rooms.get(EventLog);
  await rooms.transactor.run(async (tx) => {
    for (const bad of [false, true, false]) await log.append(tx, Other, { payload: { bad } });
  });
  await rooms.dispatcher.drain();
  await rooms.dispatcher.drain();
  const waiting = await rooms.database.query<{ attempts: number; last_error: string }>('SELECT attempts, last_error FROM deliveries');
  expect(alone).toBeGreaterThan(0); // twice when half a second has passed
  expect(waiting).toEqual([{ attempts: alone, last_error: 'cannot' }]);
});

it('tries again what failed, also when it is alone', async () => {
  const handlers = rooms.get(Handlers);
  const Third = declareEvent<{ n: number }>('test.thirdHappened');
  let tries = 0;
  handlers.onMany(Third, 'test.flaky', 10, async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
  });
  await rooms.transactor.run((tx) => rooms.get(EventLog).append(tx, Third, { payload: { n: 1 } }));
  await rooms.dispatcher.drain();
  expect(tries).toBe(1);
  await rooms.database.query(`UPDATE deliveries SET run_at = now() WHERE handler = 'test.flaky'`);
  await rooms.dispatcher.drain();
  expect(tries).toBe(2);
  expect(await rooms.database.query(`SELECT 1 FROM deliveries WHERE handler = 'test.flaky'`)).toEqual([]);
});

it('lets no slow handler hold back another', async () => {
  const handlers = rooms.get(Handlers);
  const Fourth = declareEvent<{ n: number }>('test.fourthHappened');
  let release = () => {};
  const slow = new Promise<void>((resolve) => (release = resolve));
  const seen: number[] = [];
  handlers.send(Fourth, 'test.aSlow', () => slow);
  handlers.on(Fourth, 'test.bQuick', async (_tx, event) => void seen.push(event.payload.n));
  rooms.dispatcher.start();
  for (const n of [1, 2]) await rooms.transactor.run((tx) => rooms.get(EventLog).append(tx, Fourth, { payload: { n } }));
  await expect.poll(() => seen).toEqual([1, 2]);
  release();
  await rooms.dispatcher.stop();
});

it('lets a handler that asks for it rest between batches, and delivers what came meanwhile as one', async () => {
  const handlers = rooms.get(Handlers);
  const Frequent = declareEvent<{ n: number }>('test.frequentHappened');
  const batches: number[][] = [];
  handlers.onMany(Frequent, 'test.calm', 10, async (_tx, events) => void batches.push(events.map((event) => event.payload.n)), 60_000);
  const tell = (...numbers: number[]) =>
    rooms.transactor.run(async (tx) => {
      for (const n of numbers) await rooms.get(EventLog).append(tx, Frequent, { payload: { n } });
    });
  const { dispatcher } = rooms;
  dispatcher.start();
  try {
    await tell(1);
    await expect.poll(() => batches.length).toBe(1);
    await tell(2);
    await tell(3);
    await dispatcher.kick();
  } finally {
    await dispatcher.stop();
  }
  expect(batches).toEqual([[1]]);
  await dispatcher.drain();
  expect(batches).toEqual([[1], [2, 3]]);
});
