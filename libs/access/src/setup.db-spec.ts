import { DAY } from '@fanfare/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, SmallHouse } from '../test/small-house.js';
import { AccountsService, SetupService } from './index.js';

let house: SmallHouse;
beforeEach(async () => {
  house = await SmallHouse.open();
});
afterEach(() => house.close());

async function tokenOf(): Promise<string> {
  const link = await house.get(SetupService).linkIfNeeded();
  expect(link).toMatch(/^http:\/\/fanfare\.test\/setup\?token=[A-Za-z0-9_-]{43}$/);
  return link!.split('token=')[1]!;
}

function setUp(setupToken: string, more: object = {}) {
  const input = { setupToken, email: 'olga@example.org', password: PASSWORD, displayName: 'Olga', ...more };
  return house.visitor().mutate('setUpDeployment', input, 'token account { email emailConfirmed isOperator } viewer { identity { level } }');
}

const DEPLOYMENT = '{ deployment { needsSetup devMailbox version } }';

describe('setting a deployment up', () => {
  it('works once, by the link', async () => {
    expect((await house.visitor().ask(DEPLOYMENT)).data).toEqual({ deployment: { needsSetup: true, devMailbox: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) } });
    const [token, another] = [await tokenOf(), await tokenOf()];
    expect((await setUp('x'.repeat(43))).code).toBe('WRONG_CODE');
    expect((await setUp(token, { password: 'short' })).code).toBe('WEAK_PASSWORD');
    const { data } = await setUp(token);
    expect(data!['setUpDeployment']).toEqual({
      token: expect.stringMatching(/^.{43}$/),
      account: { email: 'olga@example.org', emailConfirmed: true, isOperator: true },
      viewer: { identity: { level: 'CONFIRMED' } },
    });
    expect((await setUp(token)).code).toBe('SETUP_DONE');
    expect((await setUp(another, { email: 'mallory@example.org' })).code).toBe('SETUP_DONE');
    expect(await house.get(SetupService).linkIfNeeded()).toBeNull();
    expect((await house.visitor().ask(DEPLOYMENT)).data!['deployment'].needsSetup).toBe(false);
    expect((await house.visitor().signIn('olga@example.org')).code).toBeNull();
  });

  it('makes one operator when two try at once', async () => {
    const [one, other] = [await tokenOf(), await tokenOf()];
    const answers = await Promise.all([setUp(one), setUp(other, { email: 'other@example.org' })]);
    expect(answers.map((answer) => answer.code).sort()).toEqual(['SETUP_DONE', null]);
  });

  it('needs a fresh link after a day', async () => {
    const token = await tokenOf();
    house.clock.advance(DAY + 1);
    expect((await setUp(token)).code).toBe('WRONG_CODE');
  });
});

describe('accounts we vouch for', () => {
  it('begin confirmed, and are made once', async () => {
    const accounts = house.get(AccountsService);
    const input = { email: 'Demo@example.org', password: 'brick by brick', displayName: 'Demo' };
    const first = await accounts.makeTrusted(input);
    expect(await accounts.makeTrusted(input)).toEqual({ id: first.id, made: false });
    expect((await house.visitor().signIn('demo@example.org', 'brick by brick')).code).toBeNull();
    expect(await accounts.byId(first.id)).toMatchObject({ email: 'demo@example.org', identityLevel: 'CONFIRMED', isOperator: false });
  });
});
