import { type Actor, DAY, hasRole, isOnStaff, needsOperator, needsRole } from '@fanfare/kernel';
import { aCommunity, aRole } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type Person, PUBLIC_URL, SmallHouse } from '../../test/small-house.js';
import { SoftAuthenticator } from '../../test/soft-authenticator.js';
import { RequestContext } from '@fanfare/graphql';
import { SessionService } from '../session.service.js';
import { StaffSecondFactorService } from './staff-second-factor.service.js';

let house: SmallHouse;
let communityId: string;
let count = 0;
beforeAll(async () => {
  house = await SmallHouse.open();
  communityId = (await aCommunity(house.database)).id;
});
afterAll(() => house.close());

const actorOf = (person: Person): Promise<Actor> => house.get(SessionService).actorOf(new RequestContext({ headers: { authorization: `Bearer ${person.token}` }, ip: person.ip }));
const setGrace = (days: number, community = communityId) =>
  house.transactor.run((tx) => house.get(StaffSecondFactorService).setGraceDays(tx, community, days));
const DEADLINE = '{ viewer { security { staffDeadline staffHeld } } }';
const deadline = async (person: Person) => (await person.ask(DEADLINE)).data!['viewer'].security as { staffDeadline: string | null; staffHeld: boolean };

/** Somebody on the staff since now. */
async function anOwner(community = communityId) {
  const email = `staff-${(count += 1)}@example.org`;
  const person = await house.visitor().settle(email);
  const [{ id }] = (await house.database.query('SELECT id FROM accounts WHERE email = $1', [email])) as [{ id: string }];
  const { id: grant } = await aRole(house.database, community, id, 'OWNER');
  await house.database.query('UPDATE role_grants SET granted_at = $2 WHERE id = $1', [grant, house.clock.now()]);
  return { person, id, email };
}

async function addPasskey(person: Person) {
  await person.mutate('renewProof', { password: PASSWORD }, 'viewer { account { id } }');
  const { options } = (await person.mutate('requestPasskeyOptions', { purpose: 'ADD' }, 'options')).data!['requestPasskeyOptions'];
  const response = new SoftAuthenticator(PUBLIC_URL).create(options);
  return (await person.mutate('addPasskey', { response, name: 'Key' }, 'viewer { security { passkeys { id } } }')).data!['addPasskey'].viewer.security.passkeys[0].id as string;
}

describe('staff without a second factor', () => {
  it('works for two weeks, then holds its roles: they let it do nothing, and one passkey later everything again', async () => {
    const { person } = await anOwner();
    const due = new Date(house.clock.now().getTime() + 14 * DAY);
    expect(await deadline(person)).toEqual({ staffDeadline: due.toISOString(), staffHeld: false });
    house.clock.advance(14 * DAY - 1000);
    expect(await actorOf(person)).toMatchObject({ grants: [{ communityId, role: 'OWNER' }] });
    expect((await actorOf(person)).held).toBeUndefined();
    house.clock.advance(1000);
    const held = await actorOf(person);
    expect([held.grants, held.held]).toEqual([[], { isOperator: false, grants: [{ communityId, role: 'OWNER' }] }]);
    expect([hasRole(held, communityId, 'OWNER'), isOnStaff(held, communityId)]).toEqual([false, true]);
    expect(needsRole(held, communityId, 'OWNER')).toEqual({ allowed: false, reason: 'SECOND_FACTOR_NEEDED' });
    expect(needsRole(held, communityId, 'MODERATOR')).toEqual({ allowed: false, reason: 'NOT_ALLOWED' });
    expect(await deadline(person)).toEqual({ staffDeadline: due.toISOString(), staffHeld: true });
    const passkey = await addPasskey(person);
    expect(needsRole(await actorOf(person), communityId, 'OWNER')).toEqual({ allowed: true });
    expect(await deadline(person)).toEqual({ staffDeadline: null, staffHeld: false });
    await person.mutate('removePasskey', { passkey }, 'viewer { account { id } }');
    expect(hasRole(await actorOf(person), communityId, 'OWNER')).toBe(false);
  });

  it('has the time its owner gave, counted from the last of the role, the setting and this deployment’s asking', async () => {
    const ours = (await aCommunity(house.database)).id;
    const { person } = await anOwner(ours);
    const left = async () => (Date.parse((await deadline(person)).staffDeadline!) - house.clock.now().getTime()) / DAY;
    expect(await left()).toBe(14);
    house.clock.advance(10 * DAY);
    expect(await setGrace(3, ours)).toBe(true);
    expect(await left()).toBe(3);
    house.clock.advance(2 * DAY);
    expect([await setGrace(3, ours), await left()]).toEqual([false, 1]);
    expect([await setGrace(0, ours), await left()]).toEqual([true, 0]);
    expect(hasRole(await actorOf(person), ours, 'OWNER')).toBe(false);
    expect((await anOwner()).person).toBeDefined(); // elsewhere the usual time runs
    await expect(setGrace(91, ours)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(setGrace(1.5, ours)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await house.get(StaffSecondFactorService).graceDaysOf([ours, communityId]))).toEqual(new Map([[ours, 0], [communityId, 14]]));
    await house.database.query('UPDATE deployment SET second_factor_since = $1', [new Date(house.clock.now().getTime() + 5 * DAY)]);
    expect(await (async () => (Date.parse((await deadline((await anOwner()).person)).staffDeadline!) - house.clock.now().getTime()) / DAY)()).toBe(19);
    await house.database.query('UPDATE deployment SET second_factor_since = now()');
  });

  it('includes whoever runs the deployment, with two weeks that nobody changes', async () => {
    const { person, id } = await anOwner();
    await house.database.query('UPDATE accounts SET is_operator = true, created_at = $2 WHERE id = $1', [id, house.clock.now()]);
    expect(needsOperator(await actorOf(person))).toEqual({ allowed: true });
    house.clock.advance(14 * DAY);
    const held = await actorOf(person);
    expect([held.isOperator, held.held!.isOperator]).toEqual([false, true]);
    expect(needsOperator(held)).toEqual({ allowed: false, reason: 'SECOND_FACTOR_NEEDED' });
    await addPasskey(person);
    expect((await actorOf(person)).isOperator).toBe(true);
  });

  it('is no matter of whoever has no role', async () => {
    const fan = await house.visitor().settle('fan@example.org');
    expect(await deadline(fan)).toEqual({ staffDeadline: null, staffHeld: false });
  });
});
