import { AccountIdentityChanged } from '@fanfare/access';
import type { Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { asSomebodyElse, aCommunity, aMember, anAccount, aRole, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skeletonOf } from './handle.js';
import { MembersModule } from './members.module.js';
import { MembersQueries } from './members.queries.js';
import { MembersService } from './members.service.js';
import { StaffService } from './staff.service.js';

let rooms: Rooms;
let members: MembersService;
beforeAll(async () => {
  rooms = await bootRooms([MembersModule]);
  members = rooms.get(MembersService);
});
afterAll(() => rooms?.close());

const actorOf = (accountId: string, more: Partial<Actor> = {}): Actor => ({ ...VISITOR, accountId, ...more });
const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code);
const newcomer = async () => actorOf((await anAccount(rooms.database)).id);
let count = 0;
const join = (actor: Actor, community: string, more: object = {}) =>
  members.join(actor, { community, handle: `joiner${(count += 1)}x`, acceptedTerms: 1, ofAge: true, ...more });

describe('joining', () => {
  it('takes the account’s name and level, and says so once', async () => {
    const community = await aCommunity(rooms.database);
    const account = await anAccount(rooms.database, { display_name: 'Ana', identity_level: 'LINKED' });
    const member = await join(actorOf(account.id), community.slug, { handle: 'Ana-42' });
    expect(member).toMatchObject({ handle: 'ana-42', displayName: 'Ana', identityLevel: 'LINKED', level: 'NEWCOMER', termsVersion: 1 });
    const events = await rooms.database.query(`SELECT type FROM events WHERE subject_id = $1`, [member.id]);
    expect(events).toEqual([{ type: 'member.joined' }]);
  });

  it('is refused with the reason', async () => {
    const community = await aCommunity(rooms.database, { min_age: 16 });
    const actor = await newcomer();
    expect(await codeOf(join(VISITOR, community.slug))).toBe('SIGN_IN_REQUIRED');
    expect(await codeOf(join(actor, 'no-such-place'))).toBe('NOT_FOUND');
    expect(await codeOf(join(actor, community.slug, { acceptedTerms: 2 }))).toBe('TERMS_NOT_ACCEPTED');
    expect(await codeOf(join(actor, community.slug, { ofAge: false }))).toBe('UNDER_AGE');
    expect(await codeOf(join(actor, community.slug, { displayName: 'x'.repeat(61) }))).toBe('TOO_LONG');
    await join(actor, community.slug);
    expect(await codeOf(join(actor, community.slug))).toBe('ALREADY_MEMBER');
  });

  it('refuses a taken handle and its look-alikes, in this community only', async () => {
    const [here, there] = [await aCommunity(rooms.database), await aCommunity(rooms.database)];
    await join(await newcomer(), here.slug, { handle: 'corner_mo1' });
    for (const handle of ['corner_mo1', 'CORNER_MO1', 'cornermo1', 'c0rner-moi', 'comer_mol']) {
      expect(await codeOf(join(await newcomer(), here.slug, { handle })), handle).toBe('HANDLE_TAKEN');
    }
    expect(await codeOf(join(await newcomer(), there.slug, { handle: 'corner_mo1' }))).toBe('nothing');
  });

  it('refuses a look-alike of an imported person', async () => {
    const community = await aCommunity(rooms.database);
    await aMember(rooms.database, community.id, { account_id: null, terms_version: null, handle: 'old_nik0', source_key: 'u1' });
    expect(await codeOf(join(await newcomer(), community.slug, { handle: 'oldniko' }))).toBe('HANDLE_TAKEN');
  });

  it('lets one of many racers have the handle, and one account join once', async () => {
    const community = await aCommunity(rooms.database);
    const many = await Promise.all(Array.from({ length: 8 }, newcomer));
    const results = await Promise.all(many.map((actor) => codeOf(join(actor, community.slug, { handle: 'the-one' }))));
    expect(results.sort()).toEqual([...Array(7).fill('HANDLE_TAKEN'), 'nothing']);
    const one = await newcomer();
    const tries = await Promise.all(Array.from({ length: 8 }, () => codeOf(join(one, community.slug))));
    expect(tries.sort()).toEqual([...Array(7).fill('ALREADY_MEMBER'), 'nothing']);
  });

  it('rests on an index: without it two look-alikes get in', async () => {
    const community = await aCommunity(rooms.database);
    const insert = `INSERT INTO members (id, community_id, account_id, handle, display_name, terms_version) VALUES ($1, $2, $3, $4, 'X', 1)`;
    const both = async (tx: Tx) => {
      for (const handle of ['modesta', 'm0desta']) await tx.query(insert, [newId(), community.id, (await anAccount(rooms.database)).id, handle]);
      throw new Error('both are in');
    };
    await expect(rooms.transactor.run(both)).rejects.toThrow('members_skeleton_key');
    await expect(rooms.transactor.run(async (tx) => tx.query('DROP INDEX members_skeleton_key').then(() => both(tx)))).rejects.toThrow('both are in');
  });

  it('waits for a change of the account’s identity under way', async () => {
    const community = await aCommunity(rooms.database);
    const account = await anAccount(rooms.database, { identity_level: 'ANONYMOUS' });
    const { joining } = await rooms.transactor.run(async (tx) => {
      await tx.query(`UPDATE accounts SET identity_level = 'CONFIRMED', email_confirmed_at = now() WHERE id = $1`, [account.id]);
      const member = asSomebodyElse(() => join(actorOf(account.id), community.slug));
      await somebodyWaits(rooms.database);
      return { joining: member };
    });
    expect((await joining).identityLevel).toBe('CONFIRMED');
  });

  it('answers a retry with the same member', async () => {
    const community = await aCommunity(rooms.database);
    const actor = await newcomer();
    const request = { handle: 'retrier', idempotencyKey: 'k1' };
    expect((await join(actor, community.slug, request)).id).toBe((await join(actor, community.slug, request)).id);
    expect(await codeOf(join(actor, community.slug, { ...request, handle: 'another' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

describe('skeletons', () => {
  it('are the same in the database', async () => {
    const handles = ['brick_fan', 'RN-vv-01iIlL', 'rrnn', 'vvv', 'r_n', '1-0', 'mnvw', 'i1l0o'];
    const rows = await rooms.database.query<{ skeleton: string }>('SELECT handle_skeleton(h) AS skeleton FROM unnest($1::text[]) h', [handles]);
    expect(rows.map((row) => row.skeleton)).toEqual(handles.map(skeletonOf));
  });
});

describe('identity', () => {
  it('follows the account into its communities and tells them once', async () => {
    const [here, there] = [await aCommunity(rooms.database), await aCommunity(rooms.database)];
    const account = await anAccount(rooms.database, { identity_level: 'ANONYMOUS' });
    const one = await join(actorOf(account.id), here.slug);
    const two = await join(actorOf(account.id), there.slug);
    await rooms.transactor.run(async (tx) => {
      await tx.query(`UPDATE accounts SET identity_level = 'CONFIRMED', email_confirmed_at = now() WHERE id = $1`, [account.id]);
      for (let times = 0; times < 2; times += 1) {
        await rooms.get(EventLog).append(tx, AccountIdentityChanged, { subjectId: account.id, payload: { from: 'ANONYMOUS', to: 'CONFIRMED' } });
      }
    });
    await rooms.dispatcher.drain();
    const levels = await rooms.database.query(`SELECT identity_level FROM members WHERE account_id = $1`, [account.id]);
    expect(levels).toEqual([{ identity_level: 'CONFIRMED' }, { identity_level: 'CONFIRMED' }]);
    const events = await rooms.database.query(
      `SELECT community_id, payload FROM events WHERE type = 'member.identityChanged' AND subject_id = ANY ($1) ORDER BY sequence`,
      [[one.id, two.id]],
    );
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ payload: { from: 'ANONYMOUS', to: 'CONFIRMED' } });
  });
});

describe('profiles', () => {
  it('are changed by their person only', async () => {
    const community = await aCommunity(rooms.database);
    const actor = await newcomer();
    await join(actor, community.slug);
    expect(await members.update(actor, community.slug, { displayName: '  New \n Name ', bio: 'Hello' })).toMatchObject({ displayName: 'New Name', bio: 'Hello' });
    expect(await members.update(actor, community.slug, { bio: '' })).toMatchObject({ displayName: 'New Name', bio: '' });
    expect(await codeOf(members.update(await newcomer(), community.slug, { bio: 'x' }))).toBe('NOT_A_MEMBER');
    expect(await codeOf(members.update(actor, community.slug, { displayName: ' ' }))).toBe('EMPTY_TEXT');
    expect(await codeOf(members.update(actor, community.slug, { bio: 'x'.repeat(501) }))).toBe('TOO_LONG');
  });
});

describe('staff', () => {
  it('is chosen by an owner or the operator, for members with an account', async () => {
    const staff = rooms.get(StaffService);
    const community = await aCommunity(rooms.database);
    const owner = await aMember(rooms.database, community.id);
    await aRole(rooms.database, community.id, owner.account_id!, 'OWNER');
    const fan = await aMember(rooms.database, community.id);
    const asOwner = actorOf(owner.account_id!, { grants: [{ communityId: community.id, role: 'OWNER' }] });
    const change = { community: community.slug, handle: fan.handle, role: 'MODERATOR' as const };
    expect(await codeOf(staff.grant(actorOf(fan.account_id!), change))).toBe('NOT_ALLOWED');
    expect(await codeOf(staff.grant(actorOf(fan.account_id!, { grants: [{ communityId: community.id, role: 'MODERATOR' }] }), change))).toBe('NOT_ALLOWED');
    expect(await codeOf(staff.grant(asOwner, { ...change, handle: 'nobody-here' }))).toBe('NOT_FOUND');
    expect((await staff.grant(asOwner, change)).id).toBe(fan.id);
    expect(await codeOf(staff.grant(asOwner, change))).toBe('nothing');
    expect(await codeOf(staff.grant(asOwner, { ...change, role: 'BRAND_MANAGER' }))).toBe('ROLE_CONFLICT');
    expect(await codeOf(staff.revoke(asOwner, { ...change, handle: owner.handle, role: 'OWNER' }))).toBe('LAST_OWNER');
    const operator = actorOf((await anAccount(rooms.database)).id, { isOperator: true });
    expect(await codeOf(staff.revoke(operator, change))).toBe('nothing');
    const imported = await aMember(rooms.database, community.id, { account_id: null, source_key: 'u2' });
    expect(await codeOf(staff.grant(operator, { ...change, handle: imported.handle }))).toBe('NOT_FOUND');
    const events = await rooms.database.query(`SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence`, [fan.account_id]);
    expect(events).toEqual([{ type: 'role.granted' }, { type: 'role.revoked' }]);
  });
});

describe('the list of members', () => {
  it('has every member once in both orders, whoever joins meanwhile', async () => {
    const queries = rooms.get(MembersQueries);
    const community = await aCommunity(rooms.database);
    const at = new Date('2026-01-01T00:00:00.123Z'); // all at one moment: the id decides
    for (let n = 0; n < 7; n += 1) await aMember(rooms.database, community.id, { joined_at: at });
    for (const order of ['NEWEST', 'HANDLE'] as const) {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await queries.page(community.id, { first: 2, after }, order);
        seen.push(...page.nodes.map((node) => (order === 'HANDLE' ? node.handle : node.id)));
        ({ hasNextPage: more, endCursor: after } = page.pageInfo);
        if (seen.length === 2) await aMember(rooms.database, community.id, { joined_at: new Date(), handle: `aaa-${order.toLowerCase()}` });
      }
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => (order === 'HANDLE' ? a.localeCompare(b) : b.localeCompare(a))));
      expect(seen).toHaveLength(order === 'HANDLE' ? 8 : 7);
    }
    expect(await codeOf(queries.page(community.id, { first: 2, after: 'nonsense' }, 'NEWEST'))).toBe('INVALID_CURSOR');
  });
});
