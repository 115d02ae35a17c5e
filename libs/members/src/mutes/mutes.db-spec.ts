import { RequestContext } from '@fanfare/graphql';
import { type Problem, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, aRestriction, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MembersModule } from '../members.module.js';
import { MutesQueries } from './mutes.queries.js';
import { MutesService } from './mutes.service.js';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await bootRooms([MembersModule]);
});
afterAll(() => rooms?.close());

let community: { id: string };
let [ana, ben]: Awaited<ReturnType<typeof aMember>>[] = [];
beforeEach(async () => {
  community = await aCommunity(rooms.database);
  [ana, ben] = [await aMember(rooms.database, community.id), await aMember(rooms.database, community.id)];
});

const actorOf = (member = ana!) => ({ ...VISITOR, accountId: member.account_id });
const mute = (whom: string, muted = true, actor = actorOf()) => rooms.get(MutesService).mute(actor, whom, muted);
const codeOf = (work: Promise<unknown>) => work.then(() => null, (problem: Problem) => problem.code);
const muted = async (member = ana!) => (await rooms.get(MutesQueries).page(actorOf(member), community.id, {})).nodes.map(({ id }) => id);

describe('muting a member', () => {
  it('is known to who mutes alone, once, and is taken back', async () => {
    await mute(ben!.id);
    await mute(ben!.id);
    expect([await muted(), await muted(ben)]).toEqual([[ben!.id], []]);
    const seenBy = async (actor: typeof VISITOR, id: string) => {
      const context = new RequestContext({ headers: {}, ip: '' });
      context.actor = actor;
      return (await rooms.get(MutesQueries).byViewer.load(context, id)) ?? false;
    };
    expect([await seenBy(actorOf(), ben!.id), await seenBy(actorOf(ben), ana!.id), await seenBy(VISITOR, ben!.id)]).toEqual([true, false, false]);
    expect(await rooms.database.query('SELECT type FROM events WHERE subject_id = ANY ($1)', [[ana!.id, ben!.id]])).toEqual([]);
    await mute(ben!.id, false);
    expect(await muted()).toEqual([]);
  });

  it('is among members of one community, of oneself nobody', async () => {
    const elsewhere = await aMember(rooms.database, (await aCommunity(rooms.database)).id);
    expect(await codeOf(mute(elsewhere.id))).toBe('NOT_A_MEMBER');
    expect(await codeOf(mute(ana!.id))).toBe('INVALID_INPUT');
    expect(await codeOf(mute('nobody'))).toBe('NOT_FOUND');
    expect(await codeOf(mute(ben!.id, true, VISITOR as never))).toBe('SIGN_IN_REQUIRED');
  });

  it('is nothing a ban takes', async () => {
    await aRestriction(rooms.database, ana!);
    expect(await codeOf(mute(ben!.id))).toBeNull();
  });
});
