import { type Actor, VISITOR } from '@fanfare/kernel';
import { anAccount, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessModule } from './access.module.js';
import { ActivityService } from './activity.service.js';
import { ACTIVITY_LIMITS, ANONYMOUS_COST } from './attempts.limits.js';

let rooms: Rooms;
let activity: ActivityService;
beforeAll(async () => {
  rooms = await bootRooms([AccessModule]);
  activity = rooms.get(ActivityService);
});
afterAll(() => rooms?.close());

const somebody = async (level: 'ANONYMOUS' | 'CONFIRMED'): Promise<Actor> => {
  return { ...VISITOR, accountId: (await anAccount(rooms.database, { identity_level: level })).id };
};
const posts = (actor: Actor, count: number) => Promise.allSettled(Array.from({ length: count }, () => activity.take(actor, 'submitIdea')));

describe('what an account may do in an hour', () => {
  it.each([
    ['CONFIRMED', ACTIVITY_LIMITS.submitIdea.points],
    ['ANONYMOUS', ACTIVITY_LIMITS.submitIdea.points / ANONYMOUS_COST],
  ] as const)('ends for one that is %s after %i ideas that come at once', async (level, most) => {
    const actor = await somebody(level);
    const results = await posts(actor, most + 5);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(most);
    await expect(activity.take(actor, 'submitIdea')).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      params: { retryAfterSeconds: expect.any(Number) },
    });
  });

  it('is counted by account and by what they do', async () => {
    const [busy, other] = [await somebody('ANONYMOUS'), await somebody('ANONYMOUS')];
    await posts(busy, ACTIVITY_LIMITS.submitIdea.points / ANONYMOUS_COST + 1);
    await expect(activity.take(busy, 'addComment')).resolves.toBeUndefined();
    await expect(activity.take(other, 'submitIdea')).resolves.toBeUndefined();
  });

  it('is not counted for a visitor, whom another answer awaits', async () => {
    const counters = () => rooms.database.query('SELECT key, points FROM rate_limits ORDER BY key');
    const before = await counters();
    const results = await posts(VISITOR, ACTIVITY_LIMITS.submitIdea.points + 5);
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await counters()).toEqual(before);
  });
});
