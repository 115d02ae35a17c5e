import { RolesService, SessionService } from '@fanfare/access';
import type { RequestContext } from '@fanfare/graphql';
import { DAY, type Problem, VISITOR } from '@fanfare/kernel';
import { aCommunity, anAccount, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MembersModule } from './members.module.js';
import { MembersService } from './members.service.js';
import { skeletonOf } from './handle.js';
import { type TestMember, TestMembersService } from './test-members.service.js';

let rooms: Rooms;
let community: { id: string; slug: string };
beforeAll(async () => {
  rooms = await bootRooms([MembersModule]);
  community = await aCommunity(rooms.database, { min_age: 16 });
});
afterAll(() => rooms?.close());

const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code);
const make = async (count: number, days = 1, slug = community.slug) => {
  const made: TestMember[] = [];
  await rooms.get(TestMembersService).make(slug, { count, days }, (some) => made.push(...some));
  return made;
};
const actorOf = (token: string) => rooms.get(SessionService).actorOf({ http: { headers: { authorization: `Bearer ${token}` } } } as unknown as RequestContext);
const constraint = (sql: string, values: unknown[]) =>
  rooms.database.query(sql, values).then(() => 'written', (error: { driverError?: { constraint?: string } }) => error.driverError?.constraint);

describe('test members', () => {
  it('are new accounts that prove nothing, named as what they are, each with one token; the record says who made how many', async () => {
    const made = await make(700);
    expect(new Set(made.map(({ token }) => token)).size).toBe(700);
    expect(new Set(made.map(({ handle }) => skeletonOf(handle))).size).toBe(700);
    const sql = `SELECT count(*)::int AS n FROM members m JOIN accounts a ON a.id = m.account_id JOIN events e ON e.subject_id = m.id AND e.type = 'member.joined'
      WHERE m.community_id = $1 AND a.test_until IS NOT NULL AND a.email_confirmed_at IS NULL AND m.identity_level = 'ANONYMOUS' AND m.level = 'NEWCOMER' AND m.age_declared = 16
        AND m.display_name LIKE 'Test member %' AND m.handle LIKE 'test-%' AND NOT EXISTS (SELECT FROM passwords p WHERE p.account_id = a.id)
        AND NOT EXISTS (SELECT FROM evidence v WHERE v.account_id = a.id)`;
    expect(await rooms.database.query(sql, [community.id])).toEqual([{ n: 700 }]);
    expect(await rooms.database.query(`SELECT payload->>'count' AS count, staff_act FROM events WHERE type = 'staff.testMembersMade' AND community_id = $1`, [community.id])).toEqual([{ count: '700', staff_act: true }]);
  });

  it('act until their hour, whatever use is made of the token, and not after; others end by a word', async () => {
    const [[brief], [long]] = [await make(1), await make(1, 100)];
    const { accountId } = await actorOf(brief!.token);
    expect(accountId).toBeTruthy();
    rooms.clock.advance(DAY / 2);
    await actorOf(brief!.token); // seen: an ordinary session would now last thirty days more
    rooms.clock.advance(DAY / 2);
    expect((await actorOf(brief!.token)).accountId).toBeNull();
    expect((await rooms.get(SessionService).actorOfAccount(accountId!)).accountId).toBeNull();
    rooms.clock.advance(60 * DAY);
    expect((await actorOf(long!.token)).accountId).toBeTruthy(); // not used for longer than a session lasts
    expect(await rooms.get(TestMembersService).end(community.slug)).toBe(1);
    expect((await actorOf(long!.token)).accountId).toBeNull();
    expect(await rooms.get(TestMembersService).end(community.slug)).toBe(0);
  });

  it('belong to the one community, hold no office, and are never made of a person’s account', async () => {
    const [one] = await make(1);
    const { accountId } = await actorOf(one!.token);
    const next = await aCommunity(rooms.database);
    const join = { community: next.slug, handle: 'somebody-else', acceptedTerms: 1, ofAge: true };
    expect(await codeOf(rooms.get(MembersService).join({ ...VISITOR, accountId: accountId! }, join))).toBe('NOT_ALLOWED');
    const office = { communityId: community.id, accountId: accountId!, role: 'MODERATOR', by: null } as const;
    expect(await codeOf(rooms.transactor.run((tx) => rooms.get(RolesService).grant(tx, office)))).toBe('NOT_ALLOWED');
    const grant = `INSERT INTO role_grants (id, community_id, account_id, role, granted_at) VALUES (gen_random_uuid(), $1, $2, 'OWNER', now())`;
    expect(await constraint(grant, [community.id, accountId])).toBe('role_grants_never_to_tests');
    const person = await anAccount(rooms.database);
    expect(await constraint(`UPDATE accounts SET test_until = now() WHERE id = $1`, [person.id])).toBe('accounts_test_from_the_start');
    expect(await constraint(`UPDATE accounts SET test_until = NULL WHERE id = $1`, [accountId])).toBe('accounts_test_from_the_start');
    expect(await constraint(`UPDATE accounts SET is_operator = true WHERE id = $1`, [accountId])).toBe('accounts_test_has_no_powers');
    expect(await constraint(`UPDATE accounts SET email_confirmed_at = now() WHERE id = $1`, [accountId])).toBe('accounts_test_has_no_powers');
  });

  it.each([[0, 1], [10_001, 1], [1.5, 1], [1, 0], [1, 181], [1, Number.NaN]])('are not %d for %d days', async (count, days) => {
    expect(await codeOf(make(count, days))).toBe('INVALID_INPUT');
  });

  it('need a community that there is', async () => expect(await codeOf(make(1, 1, 'nowhere'))).toBe('NOT_FOUND'));
});
