import { RequestContext } from '@fanfare/graphql';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { VISITOR } from '@fanfare/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VotesLoaders } from './votes.loaders.js';
import { VotesModule } from './votes.module.js';
import { VotesResolver } from './votes.resolver.js';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await bootRooms([VotesModule]);
});
afterAll(() => rooms.close());

it('several votes in one request: each answer is as after its vote, and what the request knew otherwise stays known', async () => {
  const community = await aCommunity(rooms.database);
  const idea = await anIdea(rooms.database, community.id);
  const context = new RequestContext({ headers: {}, ip: '127.0.0.1' });
  context.actor = { ...VISITOR, accountId: (await aMember(rooms.database, community.id)).account_id };
  const authenticated = {};
  context.once(authenticated, () => 'who asks');
  const [resolver, loaders] = [rooms.get(VotesResolver), rooms.get(VotesLoaders)];
  const seen = async () => [(await loaders.support.load(context, idea.id))?.raw ?? 0, (await loaders.ownVote.load(context, idea.id)) !== null];

  expect(await seen()).toEqual([0, false]);
  await resolver.castVote({ idea: idea.id.toUpperCase() }, context);
  expect(await seen()).toEqual([1, true]);
  await resolver.withdrawVote({ idea: idea.id }, context);
  expect(await seen()).toEqual([0, false]);
  expect(context.once(authenticated, () => 'asked again')).toBe('who asks');
});
