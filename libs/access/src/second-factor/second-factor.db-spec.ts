import { MINUTE, HOUR } from '@fanfare/kernel';
import { aCommunity, aRole } from '@fanfare/testing';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, PASSWORD, type Person, PUBLIC_URL, SmallHouse } from '../../test/small-house.js';
import { SoftAuthenticator } from '../../test/soft-authenticator.js';
import { SecondFactorRecovery, SecretBox } from '../index.js';
import { GUESSES_TOLD } from '../sign-in.service.js';
import { MOST_PASSKEYS } from './account-security.service.js';

let house: SmallHouse;
beforeAll(async () => {
  house = await SmallHouse.open({ env: { SECRET_KEY: 'a key for tests, long enough to be one' } });
});
afterAll(() => house.close());

const SECURITY = 'viewer { security { passkeys { id name lastUsedAt maySync backedUp } totpSince recoveryCodesLeft provenUntil } }';
const STEP = 30_000;

const options = async (person: Person, purpose: string) =>
  (await person.mutate('requestPasskeyOptions', { purpose }, 'options')).data!['requestPasskeyOptions'].options as string;
const add = async (person: Person, device: SoftAuthenticator, name = 'Phone', quirks = {}) =>
  person.mutate('addPasskey', { response: device.create(await options(person, 'ADD'), quirks), name }, `recoveryCodes ${SECURITY}`);
const without = (person: Person, name: string, selection: string) => person.mutate(name, {}, selection);
const isSignedIn = async (person: Person) => (await person.ask('{ viewer { account { id } } }')).data!['viewer'] !== null;
const idOf = async (email: string) => (await house.database.query<{ id: string }>('SELECT id FROM accounts WHERE email = $1', [email]))[0]!.id;

/** Signs in by password and whatever else is given. */
async function signIn(email: string, more: object = {}): Promise<{ person: Person; answer: Answer }> {
  const person = house.visitor();
  const answer = await person.mutate('signIn', { email, password: PASSWORD, ...more }, 'token');
  if (answer.data) person.token = answer.data['signIn'].token;
  return { person, answer };
}

/** Somebody with an authenticator app, and the app. */
async function withApp(email: string) {
  const person = await house.visitor().settle(email);
  const { setUp } = (await without(person, 'setUpTotp', 'setUp { secret uri }')).data!['setUpTotp'];
  const app = new TOTP({ secret: Secret.fromBase32(setUp.secret) });
  const code = (offset = 0) => app.generate({ timestamp: house.clock.now().getTime() + offset });
  const confirmed = await person.mutate('confirmTotp', { code: code() }, `recoveryCodes ${SECURITY}`);
  const { security } = confirmed.data!['confirmTotp'].viewer;
  return { person, code, setUp, since: security.totpSince as string, codes: confirmed.data!['confirmTotp'].recoveryCodes as string[] };
}

describe('a passkey', () => {
  it('is added by its owner, opens the account by itself, and is told of by mail', async () => {
    const [device, person] = [new SoftAuthenticator(PUBLIC_URL), await house.visitor().settle('key@example.org')];
    const elsewhere = (await signIn('key@example.org')).person;
    const { recoveryCodes, viewer } = (await add(person, device)).data!['addPasskey'];
    expect(recoveryCodes).toHaveLength(10);
    expect(viewer.security.passkeys).toEqual([{ id: expect.any(String), name: 'Phone', lastUsedAt: null, maySync: true, backedUp: true }]);
    expect([await isSignedIn(person), await isSignedIn(elsewhere)]).toEqual([true, false]);
    const visitor = house.visitor();
    const { data } = await visitor.mutate('signInWithPasskey', { response: device.get(await options(visitor, 'SIGN_IN')) }, `token viewer { account { email } } ${SECURITY}`);
    expect(data!['signInWithPasskey'].viewer.account.email).toBe('key@example.org');
    expect(data!['signInWithPasskey'].viewer.security.passkeys[0].lastUsedAt).toBe(house.clock.now().toISOString());
    expect((await house.mailsTo('key@example.org'))[0]!.subject).toBe('A passkey was added to your account');
    const [kept] = await house.database.query<{ transports: string[] }>('SELECT transports FROM passkeys WHERE account_id = $1', [await idOf('key@example.org')]);
    expect(kept!.transports).toEqual(['internal']);
  });

  it('is asked for after the password, and one of somebody else does not pass', async () => {
    const [device, other] = [new SoftAuthenticator(PUBLIC_URL), new SoftAuthenticator(PUBLIC_URL)];
    await add(await house.visitor().settle('second@example.org'), device);
    await add(await house.visitor().settle('another@example.org'), other);
    const asked = (await signIn('second@example.org')).answer;
    expect([asked.code, asked.params]).toEqual(['SECOND_FACTOR_REQUIRED', { totp: false, passkey: true, recovery: true }]);
    const challenge = () => options(house.visitor(), 'SIGN_IN');
    expect((await signIn('second@example.org', { passkey: other.get(await challenge()) })).answer.code).toBe('PASSKEY_REFUSED');
    const { person } = await signIn('second@example.org', { passkey: device.get(await challenge()) });
    expect(await isSignedIn(person)).toBe(true);
    const wrong = await house.visitor().mutate('signIn', { email: 'second@example.org', password: 'not the password' }, 'token');
    expect(wrong.code).toBe('WRONG_CREDENTIALS');
  });

  it('signs one challenge once, ours, for what it was asked for, by its owner, here', async () => {
    const [device, person] = [new SoftAuthenticator(PUBLIC_URL), await house.visitor().settle('strict@example.org')];
    await add(person, device);
    const enter = async (response: string) => (await house.visitor().mutate('signInWithPasskey', { response }, 'token')).code;
    const fresh = () => options(house.visitor(), 'SIGN_IN');
    const used = device.get(await fresh());
    expect([await enter(used), await enter(used)]).toEqual([null, 'PASSKEY_REFUSED']);
    expect(await enter(device.get(await fresh(), { standing: true }))).toBe('PASSKEY_REFUSED');
    expect(await enter(device.get(await fresh(), { origin: 'https://evil.example' }))).toBe('PASSKEY_REFUSED');
    expect(await enter(device.get(await fresh(), { verified: false }))).toBe('PASSKEY_REFUSED');
    expect(await enter(device.get(await options(person, 'PROOF')))).toBe('PASSKEY_REFUSED');
    expect(await enter(device.get((await fresh()).replace(/"challenge":"[^"]+"/, `"challenge":"${'A'.repeat(43)}"`)))).toBe('PASSKEY_REFUSED');
    const late = device.get(await fresh());
    house.clock.advance(16 * MINUTE);
    expect(await enter(late)).toBe('PASSKEY_REFUSED');
    for (const nonsense of ['', '{}', '[]', 'null', '{"id":1,"response":{}}', '{"id":"AAAA","response":{}}']) expect(await enter(nonsense)).toBe('PASSKEY_REFUSED');
    expect(await enter(device.get(await fresh()))).toBeNull();
  });

  it('is not taken from an authenticator that did not recognise its owner, twice, with a maker’s certificate, or past the last place', async () => {
    const [device, person] = [new SoftAuthenticator(PUBLIC_URL), await house.visitor().settle('places@example.org')];
    expect((await add(person, device, 'Phone', { verified: false })).code).toBe('PASSKEY_REFUSED');
    const certified = { format: 'packed', statement: new Map<string, unknown>([['alg', -7], ['sig', new Uint8Array(64)], ['x5c', [new Uint8Array(8)]]]) };
    expect((await add(person, device, 'Phone', certified)).code).toBe('PASSKEY_REFUSED');
    const response = device.create(await options(person, 'ADD'));
    expect((await person.mutate('addPasskey', { response, name: 'Phone' }, SECURITY)).code).toBeNull();
    const stranger = await house.visitor().settle('claims@example.org');
    const again = JSON.parse(response);
    const challenge = JSON.parse(await options(stranger, 'ADD')).challenge;
    again.response.clientDataJSON = Buffer.from(JSON.stringify({ type: 'webauthn.create', challenge, origin: PUBLIC_URL })).toString('base64url');
    expect((await stranger.mutate('addPasskey', { response: JSON.stringify(again), name: 'Mine' }, SECURITY)).code).toBe('PASSKEY_EXISTS');
    const more = `INSERT INTO passkeys (id, account_id, credential_id, public_key, counter, transports, may_sync, backed_up, name, created_at)
      SELECT gen_random_uuid(), $1, gen_random_uuid()::text::bytea, 'x', 0, '{}', false, false, 'Key', now() FROM generate_series(2, $2)`;
    await house.database.query(more, [await idOf('places@example.org'), MOST_PASSKEYS]);
    expect((await add(person, device)).code).toBe('TOO_MANY_PASSKEYS');
  });

  it('is renamed and removed by its owner alone; with the last one the recovery codes go', async () => {
    const [device, person] = [new SoftAuthenticator(PUBLIC_URL), await house.visitor().settle('named@example.org')];
    const [{ id }] = (await add(person, device)).data!['addPasskey'].viewer.security.passkeys;
    const stranger = await house.visitor().settle('stranger@example.org');
    for (const [name, more] of [['renamePasskey', { name: 'Mine now' }], ['removePasskey', {}]] as const) {
      expect((await stranger.mutate(name, { passkey: id, ...more }, SECURITY)).code).toBe('NOT_FOUND');
      expect((await stranger.mutate(name, { passkey: 'x', ...more }, SECURITY)).code).toBe('NOT_FOUND');
    }
    const renamed = await person.mutate('renamePasskey', { passkey: id, name: '  My   blue key ' }, SECURITY);
    expect(renamed.data!['renamePasskey'].viewer.security.passkeys[0].name).toBe('My blue key');
    expect((await person.mutate('renamePasskey', { passkey: id, name: ' ' }, SECURITY)).code).toBe('EMPTY_TEXT');
    const removed = await person.mutate('removePasskey', { passkey: id }, SECURITY);
    expect(removed.data!['removePasskey'].viewer.security).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 });
    expect((await signIn('named@example.org')).answer.code).toBeNull();
  });
});

describe('an authenticator app', () => {
  it('is set up by a code of it, and asked for from then on; a code works once and one step early or late', async () => {
    const { person, code, setUp, codes } = await withApp('app@example.org');
    expect(setUp.uri).toBe(`otpauth://totp/Fanfare:app%40example.org?issuer=Fanfare&secret=${setUp.secret}&algorithm=SHA1&digits=6&period=30`);
    expect(codes).toHaveLength(10);
    const asked = (await signIn('app@example.org')).answer;
    expect([asked.code, asked.params]).toEqual(['SECOND_FACTOR_REQUIRED', { totp: true, passkey: false, recovery: true }]);
    const outcome = async (typed: string) => (await signIn('app@example.org', { code: typed })).answer.code;
    expect(await outcome(code())).toBe('WRONG_CODE'); // it confirmed the app: used
    house.clock.advance(3 * STEP);
    expect(await outcome(code(-2 * STEP))).toBe('WRONG_CODE');
    expect(await outcome(code(2 * STEP))).toBe('WRONG_CODE');
    expect(await outcome(code(-STEP))).toBeNull();
    const now = code();
    expect(await outcome(`${now.slice(0, 3)} ${now.slice(3)}`)).toBeNull();
    expect(await outcome(now)).toBe('WRONG_CODE');
    expect(await outcome(code(-STEP))).toBe('WRONG_CODE');
    expect(await outcome(code(STEP))).toBeNull();
    expect(await isSignedIn(person)).toBe(true);
  });

  it('of two sign-ins with one code at one moment lets one in', async () => {
    const { code } = await withApp('race@example.org');
    house.clock.advance(2 * STEP);
    const both = await Promise.all([signIn('race@example.org', { code: code() }), signIn('race@example.org', { code: code() })]);
    expect(both.map(({ answer }) => answer.code).sort()).toEqual(['WRONG_CODE', null].sort());
  });

  it('keeps its secret sealed for its account, and nothing opens it with another key', async () => {
    const { setUp } = await withApp('sealed@example.org');
    const id = await idOf('sealed@example.org');
    const [{ sealed }] = (await house.database.query('SELECT sealed FROM totp_secrets WHERE account_id = $1', [id])) as [{ sealed: Buffer }];
    const secret = Buffer.from(Secret.fromBase32(setUp.secret).bytes);
    expect(sealed.includes(secret)).toBe(false);
    expect(await house.get(SecretBox).open(sealed, id)).toEqual(secret);
    expect(await house.get(SecretBox).open(sealed, await idOf('app@example.org'))).toBeNull();
    const other = await SmallHouse.open({ databaseUrl: house.url, env: { SECRET_KEY: 'another key for tests, long enough too' } });
    expect(await other.get(SecretBox).open(sealed, id)).toBeNull();
    await other.close();
  });

  it('cannot be guessed: the owner is told by mail, and after ten wrong codes even the right one waits', async () => {
    const { code } = await withApp('guess@example.org');
    house.clock.advance(2 * STEP);
    const wrong = String((Number(code()) + 1) % 1_000_000).padStart(6, '0');
    const told = async () => (await house.mailsTo('guess@example.org')).filter(({ subject }) => subject === 'Somebody is guessing the codes of your account').length;
    for (let guess = 1; guess <= 10; guess += 1) {
      expect((await signIn('guess@example.org', { code: wrong })).answer.code).toBe('WRONG_CODE');
      if (guess === GUESSES_TOLD - 1) expect(await told()).toBe(0); // a slip or four
    }
    expect(await told()).toBe(1);
    const { code: refusal, params } = (await signIn('guess@example.org', { code: code() })).answer;
    expect(refusal).toBe('TOO_MANY_ATTEMPTS');
    expect(params['retryAfterSeconds']).toBeGreaterThan(HOUR / 1000 - 60);
  });

  it('is not set up by a wrong code, nor when it waited too long, and is removed with its secret', async () => {
    const person = await house.visitor().settle('later@example.org');
    const { setUp } = (await without(person, 'setUpTotp', 'setUp { secret }')).data!['setUpTotp'];
    const app = new TOTP({ secret: Secret.fromBase32(setUp.secret) });
    const now = () => app.generate({ timestamp: house.clock.now().getTime() });
    expect((await person.mutate('confirmTotp', { code: 'abcdef' }, SECURITY)).code).toBe('WRONG_CODE');
    house.clock.advance(31 * MINUTE);
    await person.mutate('renewProof', { password: PASSWORD }, SECURITY);
    expect((await person.mutate('confirmTotp', { code: now() }, SECURITY)).code).toBe('WRONG_CODE');
    expect((await without(person, 'removeTotp', SECURITY)).code).toBe('NOT_FOUND');
    expect((await without(person, 'renewRecoveryCodes', 'recoveryCodes')).code).toBe('NOT_FOUND');
    expect((await signIn('later@example.org')).answer.code).toBeNull();
    const { person: owner, since: confirmedSince } = await withApp('gone@example.org');
    expect((await owner.mutate('removeTotp', { since: '2020-01-01T00:00:00.000Z' }, SECURITY)).code).toBe('NOT_FOUND');
    expect((await owner.mutate('removeTotp', { since: confirmedSince }, SECURITY)).data!['removeTotp'].viewer.security).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
    expect((await signIn('gone@example.org')).answer.code).toBeNull();
  });
});

describe('recovery codes', () => {
  it('open the account once each, however they are typed, and their owner hears of it', async () => {
    const { codes, person } = await withApp('lost@example.org');
    expect(new Set(codes).size).toBe(10);
    const outcome = async (code: string) => (await signIn('lost@example.org', { code })).answer.code;
    expect(await outcome(codes[0]!.toLowerCase().replaceAll('-', ' '))).toBeNull();
    expect(await outcome(codes[0]!)).toBe('WRONG_CODE');
    expect((await house.mailsTo('lost@example.org'))[0]!.subject).toBe('A recovery code opened your account');
    const fresh = (await without(person, 'renewRecoveryCodes', 'recoveryCodes')).data!['renewRecoveryCodes'].recoveryCodes;
    expect(await outcome(codes[1]!)).toBe('WRONG_CODE');
    expect(await outcome(fresh[1])).toBeNull();
    const kept = await house.database.query('SELECT code_hash FROM recovery_codes WHERE account_id = $1', [await idOf('lost@example.org')]);
    expect(JSON.stringify(kept)).not.toContain(fresh[2]);
  });
});

describe('all of it lost', () => {
  it('is taken off by whoever runs the deployment: the password opens again, nobody stays in, the owner and the team are told', async () => {
    const [email, recovery] = ['all-lost@example.org', house.get(SecondFactorRecovery)];
    const { person } = await withApp(email);
    const accountId = await idOf(email);
    const { id: communityId } = await aCommunity(house.database);
    await aRole(house.database, communityId, accountId, 'MODERATOR');
    expect(await recovery.look(email)).toMatchObject({ passkeys: 0, recoveryCodes: 10, totpSince: expect.any(Date) });
    expect([(await signIn(email)).answer.code, await isSignedIn(person)]).toEqual(['SECOND_FACTOR_REQUIRED', true]);
    expect(await recovery.remove(email)).toMatchObject({ recoveryCodes: 10 });
    expect([(await signIn(email)).answer.code, await isSignedIn(person)]).toEqual([null, false]);
    expect((await house.mailsTo(email))[0]!.subject).toBe('The second step of your account was removed');
    const told = `SELECT type, community_id AS community, actor_id AS actor FROM events WHERE subject_id = $1 AND staff_act AND type <> 'role.granted'`;
    expect(await house.database.query(told, [accountId])).toEqual([{ type: 'staff.secondFactorRemoved', community: communityId, actor: null }]);
    await expect(recovery.remove(email)).rejects.toMatchObject({ code: 'NOT_FOUND', params: { what: 'second factor' } });
    const claimed = (await house.visitor().signUp('only-claimed@example.org')).token;
    expect(claimed).not.toBeNull();
    await expect(recovery.remove('only-claimed@example.org')).rejects.toMatchObject({ code: 'NOT_FOUND', params: { what: 'account' } });
  });
});

describe('what opens an account', () => {
  it('is changed only by whoever proved who they are in the last ten minutes, by password or passkey', async () => {
    const [device, person] = [new SoftAuthenticator(PUBLIC_URL), await house.visitor().settle('fresh@example.org')];
    const [{ id }] = (await add(person, device)).data!['addPasskey'].viewer.security.passkeys;
    house.clock.advance(11 * MINUTE);
    const attempts = async () => [
      (await person.mutate('requestPasskeyOptions', { purpose: 'ADD' }, 'options')).code,
      (await person.mutate('renamePasskey', { passkey: id, name: 'x' }, SECURITY)).code,
      (await without(person, 'setUpTotp', 'setUp { secret }')).code,
      (await without(person, 'renewRecoveryCodes', 'recoveryCodes')).code,
      (await person.mutate('removePasskey', { passkey: id }, SECURITY)).code,
    ];
    expect(await attempts()).toEqual(Array(5).fill('FRESH_PROOF_REQUIRED'));
    expect((await person.mutate('renewProof', { password: 'not the password' }, SECURITY)).code).toBe('WRONG_CREDENTIALS');
    expect((await person.mutate('renewProof', {}, SECURITY)).code).toBe('INVALID_INPUT');
    const stranger = await house.visitor().settle('fresh-stranger@example.org');
    const borrowed = device.get(await options(stranger, 'PROOF'));
    expect((await stranger.mutate('renewProof', { passkey: borrowed }, SECURITY)).code).toBe('PASSKEY_REFUSED');
    const proven = await person.mutate('renewProof', { passkey: device.get(await options(person, 'PROOF')) }, SECURITY);
    const until = new Date(house.clock.now().getTime() + 10 * MINUTE).toISOString();
    expect(proven.data!['renewProof'].viewer.security.provenUntil).toBe(until);
    expect(await attempts()).toEqual(Array(5).fill(null));
  });

  it('stays when a password is reset by mail: the second factor is still asked for', async () => {
    const { codes } = await withApp('reset@example.org');
    await house.visitor().mutate('requestPasswordReset', { email: 'reset@example.org' }, 'sent');
    const code = await house.codeFor('reset@example.org');
    expect((await house.visitor().mutate('resetPassword', { code, password: 'a brand new umbrella' }, 'done')).code).toBeNull();
    const again = (more: object) => house.visitor().mutate('signIn', { email: 'reset@example.org', password: 'a brand new umbrella', ...more }, 'token');
    expect((await again({})).code).toBe('SECOND_FACTOR_REQUIRED');
    expect((await again({ code: codes[0] })).code).toBeNull();
  });
});
