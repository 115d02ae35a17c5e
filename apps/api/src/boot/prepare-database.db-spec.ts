import { FeedQueries, IdeasModule } from '@fanfare/ideas';
import { VISITOR } from '@fanfare/kernel';
import { aCommunity, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareDatabase } from './prepare-database.js';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await bootRooms([IdeasModule]);
});
afterAll(() => rooms.close());

/** Ids of all ideas of a community, page by page. */
async function feed(communityId: string): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await rooms.get(FeedQueries).page('NEWEST', { communityId }, VISITOR, { first: 2, after });
    seen.push(...page.nodes.map((idea) => idea.id));
    if (!page.pageInfo.hasNextPage) return seen;
    after = page.pageInfo.endCursor;
  }
}

it('lets feeds go on after their first page when the data came out of another server', async () => {
  const community = await aCommunity(rooms.database);
  for (let n = 0; n < 5; n += 1) await anIdea(rooms.database, community.id);
  await rooms.database.query(`UPDATE idea_ranks SET from_xid = '9000000000'`);
  expect(await feed(community.id), '(control) the ranks of another server').toHaveLength(2);
  expect(await prepareDatabase({ databaseUrl: rooms.url, production: false })).toBe(0);
  expect(new Set(await feed(community.id)).size).toBe(5);
  const before = await rooms.database.query('SELECT xmin::text FROM idea_ranks');
  await prepareDatabase({ databaseUrl: rooms.url, production: false });
  expect(await rooms.database.query('SELECT xmin::text FROM idea_ranks'), 'nothing is written where all is well').toEqual(before);
});
