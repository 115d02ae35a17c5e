import { RestrictionsService, SessionService } from '@fanfare/access';
import { DAY, type Problem, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anAccount, aRestriction, aRole, asSomebodyElse, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MembersModule } from './members.module.js';
import { MembersService } from './members.service.js';

let rooms: Rooms;
let members: MembersService;
let restrictions: RestrictionsService;
beforeAll(async () => {
  rooms = await bootRooms([MembersModule]);
  members = rooms.get(MembersService);
  restrictions = rooms.get(RestrictionsService);
});
afterAll(() => rooms?.close());

let community: { id: string };
let member: { id: string; community_id: string; account_id: string | null };
beforeEach(async () => {
  community = await aCommunity(rooms.database);
  member = await aMember(rooms.database, community.id);
});

const problemOf = (work: Promise<unknown>) => work.then(() => null, (problem: Problem) => ({ code: problem.code, params: problem.params }));
const actor = () => rooms.get(SessionService).actorOfAccount(member.account_id!);
const using = (use?: Parameters<MembersService['requireMember']>[3]) =>
  rooms.transactor.run((tx) => members.requireMember(tx, { ...VISITOR, accountId: member.account_id }, community.id, use));
const marked = async () => (await rooms.database.query<{ restricted: boolean }>('SELECT restricted FROM members WHERE id = $1', [member.id]))[0]!.restricted;

/** A decision to impose by: of a restriction that was lifted at once. */
async function decided(): Promise<string> {
  return (await aRestriction(rooms.database, member, { kind: 'HOLD', lifted_at: new Date() })).decision_id;
}
const impose = (decisionId: string, more: object = {}) =>
  rooms.transactor.run((tx) =>
    restrictions.impose(tx, { communityId: community.id, memberId: member.id, decisionId, kind: 'BAN', startsAt: rooms.clock.now(), endsAt: null, ...more }),
  );

describe('a restriction', () => {
  it('is told when the actor is made and refused where they write, until it is lifted', async () => {
    const decision = await decided();
    const endsAt = new Date(rooms.clock.now().getTime() + DAY);
    await impose(decision, { kind: 'MUTE', right: 'VOTING', endsAt });
    expect((await actor()).restrictions).toEqual([{ communityId: community.id, kind: 'MUTE', right: 'VOTING', endsAt, decisionId: decision }]);
    expect(await problemOf(using('VOTING'))).toEqual({ code: 'RESTRICTED', params: { right: 'VOTING', until: endsAt.toISOString(), decision } });
    expect(await problemOf(using('POSTING'))).toBeNull();
    expect(await rooms.transactor.run((tx) => restrictions.lift(tx, decision))).toBe(true);
    expect(await problemOf(using('VOTING'))).toBeNull();
    expect((await actor()).restrictions).toBeUndefined();
    expect(await marked()).toBe(false);
  });

  it('keeps nobody from what is open anyway', async () => {
    await aRestriction(rooms.database, member);
    expect(await problemOf(using('TAKING_PART'))).toMatchObject({ code: 'RESTRICTED' });
    expect(await problemOf(using('ANYWAY'))).toBeNull();
  });

  it('ends by its date, and begins by it', async () => {
    const from = rooms.clock.now().getTime();
    await aRestriction(rooms.database, member, { starts_at: new Date(from + DAY), ends_at: new Date(from + 2 * DAY) });
    for (const [day, bound] of [[0, false], [1, true], [1, false]] as const) {
      rooms.clock.advance(day * DAY);
      expect([day, (await actor()).restrictions !== undefined, (await problemOf(using()))?.code]).toEqual([day, bound, bound ? 'RESTRICTED' : undefined]);
    }
    expect(await marked()).toBe(true);
  });

  it('is one however often it is imposed or lifted, and is told once', async () => {
    const decision = await decided();
    await impose(decision);
    await impose(decision);
    const lift = () => rooms.transactor.run((tx) => restrictions.lift(tx, decision));
    expect([await lift(), await lift()]).toEqual([true, false]);
    await impose(decision);
    const told = await rooms.database.query<{ type: string }>(`SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence`, [member.id]);
    expect(told.map(({ type }) => type)).toEqual(['restriction.imposed', 'restriction.lifted', 'restriction.imposed']);
    expect(await problemOf(using())).toMatchObject({ code: 'RESTRICTED' });
  });

  it('of another decision stays when one is lifted', async () => {
    const [mute, ban] = [await decided(), await decided()];
    await impose(mute, { kind: 'MUTE', right: 'POSTING' });
    await impose(ban);
    await rooms.transactor.run((tx) => restrictions.lift(tx, ban));
    expect(await problemOf(using('POSTING'))).toMatchObject({ params: { decision: mute } });
    expect(await problemOf(using('VOTING'))).toBeNull();
  });

  it('takes offices, here and not elsewhere, but not an owner’s', async () => {
    const elsewhere = await aCommunity(rooms.database);
    await aRole(rooms.database, community.id, member.account_id!, 'MODERATOR');
    await aRole(rooms.database, elsewhere.id, member.account_id!, 'MODERATOR');
    await aRestriction(rooms.database, member);
    expect((await actor()).grants).toEqual([{ communityId: elsewhere.id, role: 'MODERATOR' }]);
    const owner = await aMember(rooms.database, community.id);
    await aRole(rooms.database, community.id, owner.account_id!, 'OWNER');
    await aRestriction(rooms.database, owner);
    expect((await rooms.get(SessionService).actorOfAccount(owner.account_id!)).grants).toEqual([{ communityId: community.id, role: 'OWNER' }]);
  });

  it('leaves others alone', async () => {
    await aRestriction(rooms.database, member);
    const other = await anAccount(rooms.database);
    expect((await rooms.get(SessionService).actorOfAccount(other.id)).restrictions).toBeUndefined();
  });
});

describe('while a ban commits', () => {
  it('what is under way goes first, and the ban after it', async () => {
    const decision = await decided();
    let banned: Promise<void> | undefined;
    await rooms.transactor.run(async (tx) => {
      await members.requireMember(tx, { ...VISITOR, accountId: member.account_id }, community.id, 'COMMENTING');
      banned = asSomebodyElse(() => impose(decision));
      await asSomebodyElse(() => somebodyWaits(rooms.database));
      await tx.query(`UPDATE members SET bio = 'written before the ban' WHERE id = $1`, [member.id]);
    });
    await banned;
    expect(await problemOf(using())).toMatchObject({ code: 'RESTRICTED' });
  });

  it('what comes after it waits and is refused, by an actor who was not restricted yet', async () => {
    const decision = await decided();
    const before = await actor();
    let act: Promise<unknown> | undefined;
    await rooms.transactor.run(async (tx) => {
      await restrictions.impose(tx, { communityId: community.id, memberId: member.id, decisionId: decision, kind: 'BAN', startsAt: rooms.clock.now(), endsAt: null });
      act = asSomebodyElse(() => problemOf(rooms.transactor.run((other) => members.requireMember(other, before, community.id, 'VOTING', 'SHARE'))));
      await asSomebodyElse(() => somebodyWaits(rooms.database));
    });
    expect(await act).toMatchObject({ code: 'RESTRICTED', params: { decision } });
  });
});
