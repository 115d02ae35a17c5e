import { isUniqueViolation } from '@fanfare/database';
import { newId, type StaffRole } from '@fanfare/kernel';
import { aCommunity, anAccount, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessModule, RolesService } from './index.js';

let rooms: Rooms;
let roles: RolesService;
beforeAll(async () => {
  rooms = await bootRooms([AccessModule]);
  roles = rooms.get(RolesService);
});
afterAll(() => rooms.close());

const ROLES: StaffRole[] = ['OWNER', 'BRAND_MANAGER', 'MODERATOR'];

async function community(): Promise<string> {
  return (await aCommunity(rooms.database)).id as string;
}

async function account(): Promise<string> {
  return (await anAccount(rooms.database)).id as string;
}

function grant(communityId: string, accountId: string, role: StaffRole, by: string | null = null) {
  return rooms.transactor.run((tx) => roles.grant(tx, { communityId, accountId, role, by }));
}

function revoke(communityId: string, accountId: string, role: StaffRole, by: string | null = null) {
  return rooms.transactor.run((tx) => roles.revoke(tx, { communityId, accountId, role, by }));
}

function insert(communityId: string, accountId: string, role: StaffRole, revoked = false) {
  const sql = 'INSERT INTO role_grants (id, community_id, account_id, role, granted_at, revoked_at) VALUES ($1, $2, $3, $4, now(), $5)';
  return rooms.database.query(sql, [newId(), communityId, accountId, role, revoked ? new Date(Date.now() + 1000) : null]);
}

describe('the table of roles', () => {
  it.each(ROLES.flatMap((one) => ROLES.map((other) => [one, other] as const)))('for %s and then %s, holds by itself', async (one, other) => {
    const [place, person] = [await community(), await account()];
    await insert(place, person, one);
    const fits = one !== other && one !== 'MODERATOR' && other !== 'MODERATOR';
    const outcome = await insert(place, person, other).then(() => true, (error) => (isUniqueViolation(error) ? false : Promise.reject(error)));
    expect(outcome).toBe(fits);
    await expect(insert(await community(), person, other)).resolves.toBeDefined(); // another community is another matter
  });

  it('minds only roles that are held now', async () => {
    const [place, person] = [await community(), await account()];
    await insert(place, person, 'MODERATOR', true);
    await insert(place, person, 'MODERATOR', true);
    await expect(insert(place, person, 'OWNER')).resolves.toBeDefined();
  });
});

describe('roles', () => {
  it('are given once, taken once, kept as history and told as events', async () => {
    const [place, owner, person] = [await community(), await account(), await account()];
    expect(await grant(place, person, 'MODERATOR', owner)).toBe(true);
    expect(await grant(place, person, 'MODERATOR', owner)).toBe(false);
    await expect(grant(place, person, 'OWNER', owner)).rejects.toMatchObject({ code: 'ROLE_CONFLICT' });
    expect(await roles.grantsOf(person)).toEqual([{ communityId: place, role: 'MODERATOR' }]);
    expect(await revoke(place, person, 'MODERATOR', owner)).toBe(true);
    expect(await revoke(place, person, 'MODERATOR', owner)).toBe(false);
    expect(await grant(place, person, 'BRAND_MANAGER', owner)).toBe(true);
    const history = await rooms.database.query('SELECT role, revoked_by FROM role_grants WHERE account_id = $1 ORDER BY granted_at, id', [person]);
    expect(history).toEqual([{ role: 'MODERATOR', revoked_by: owner }, { role: 'BRAND_MANAGER', revoked_by: null }]);
    const events = await rooms.database.query('SELECT type, payload, actor_id, community_id FROM events WHERE subject_id = $1 ORDER BY sequence', [person]);
    expect(events).toEqual([
      { type: 'role.granted', payload: { role: 'MODERATOR' }, actor_id: owner, community_id: place },
      { type: 'role.revoked', payload: { role: 'MODERATOR' }, actor_id: owner, community_id: place },
      { type: 'role.granted', payload: { role: 'BRAND_MANAGER' }, actor_id: owner, community_id: place },
    ]);
    expect((await roles.staffOf([place])).get(place)!.map(({ role }) => role)).toEqual(['BRAND_MANAGER']);
  });

  it('never leave a community without an owner, even when two owners revoke each other at once', async () => {
    const [place, one, other] = [await community(), await account(), await account()];
    await grant(place, one, 'OWNER');
    await expect(revoke(place, one, 'OWNER')).rejects.toMatchObject({ code: 'LAST_OWNER' });
    await grant(place, other, 'OWNER');
    const results = await Promise.allSettled([revoke(place, one, 'OWNER', other), revoke(place, other, 'OWNER', one)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await roles.staffOf([place])).get(place)).toHaveLength(1);
  });

  it('that exclude each other cannot be given at the same moment', async () => {
    const [place, person] = [await community(), await account()];
    const results = await Promise.allSettled([grant(place, person, 'OWNER'), grant(place, person, 'MODERATOR')]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await roles.grantsOf(person)).toHaveLength(1);
  });
});
