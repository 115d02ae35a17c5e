import { RequestContext } from '@fanfare/graphql';
import { DAY, HOUR, MINUTE } from '@fanfare/kernel';
import { asSomebodyElse, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, PASSWORD, type Person, SmallHouse } from '../test/small-house.js';
import { SessionService } from './index.js';
import { PasswordsService } from './passwords.service.js';

let house: SmallHouse;
beforeAll(async () => {
  house = await SmallHouse.open();
});
afterAll(() => house.close());

const WHO = '{ viewer { account { email } } }';
const fromOurPage = { origin: 'http://fanfare.test' };
const askCookie = { 'fanfare-session': 'cookie', ...fromOurPage };

async function isSignedIn(person: Person, headers: Record<string, string> = {}): Promise<boolean> {
  return (await person.ask(WHO, {}, headers)).data!['viewer'] !== null;
}

async function rowOf(email: string) {
  const sql = 'SELECT s.last_seen_at, s.expires_at, s.user_agent, length(s.token_hash) AS size FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE a.email = $1';
  const [row] = await house.database.query<{ last_seen_at: Date; expires_at: Date; user_agent: string; size: number }>(sql, [email]);
  return row!;
}

describe('a session', () => {
  it('opens by its token, and by nothing like it', async () => {
    const ada = await house.visitor().signUp('token@example.org');
    expect(ada.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await isSignedIn(ada)).toBe(true);
    for (const authorization of ['', 'Bearer', 'Bearer x', `Bearer ${ada.token!.slice(1)}A`, `Basic ${ada.token}`, `Bearer ${ada.token}=`]) {
      expect(await isSignedIn(house.visitor({ authorization }))).toBe(false);
    }
    expect(await isSignedIn(house.visitor({ authorization: `bearer ${ada.token}` }))).toBe(true);
    expect((await rowOf('token@example.org')).size).toBe(32);
  });

  it('is ended from another one of its account: one, or all but that one', async () => {
    const [here, there, elsewhere] = [await house.visitor().signUp('ends@example.org'), house.visitor(), house.visitor()];
    for (const person of [there, elsewhere]) await person.signIn('ends@example.org');
    const stranger = await house.visitor().signUp('ends-not@example.org');
    const sessionsOf = async (person: Person) => (await person.ask('{ viewer { account { sessions { id current } } } }')).data!['viewer'].account.sessions as { id: string; current: boolean }[];
    const end = async (person: Person, session?: string) => (await person.mutate('endSessions', { session }, 'ended viewer { account { sessions { current } } }')).data!['endSessions'];
    const idOf = async (person: Person) => (await sessionsOf(person)).find(({ current }) => current)!.id;
    expect((await end(stranger, await idOf(there))).ended).toBe(0);
    expect((await end(here, 'no id')).ended).toBe(0);
    expect((await end(here, await idOf(here))).ended).toBe(0); // that is signing out
    expect(await end(here, await idOf(there))).toEqual({ ended: 1, viewer: { account: { sessions: [{ current: expect.any(Boolean) }, { current: expect.any(Boolean) }] } } });
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(elsewhere)]).toEqual([true, false, true]);
    expect((await end(here)).ended).toBe(1);
    expect([await isSignedIn(here), await isSignedIn(elsewhere), await isSignedIn(stranger)]).toEqual([true, false, true]);
    expect((await house.visitor().mutate('endSessions', {}, 'ended')).code).toBe('SIGN_IN_REQUIRED');
  });

  it('lasts thirty days from its last use, noted once an hour', async () => {
    const ada = await house.visitor({ 'user-agent': 'x'.repeat(400) }).signUp('slide@example.org');
    const first = await rowOf('slide@example.org');
    expect(first.user_agent).toHaveLength(300);
    house.clock.advance(59 * MINUTE);
    await isSignedIn(ada);
    expect((await rowOf('slide@example.org')).last_seen_at).toEqual(first.last_seen_at);
    house.clock.advance(MINUTE);
    await isSignedIn(ada);
    const second = await rowOf('slide@example.org');
    expect(second.last_seen_at).toEqual(house.clock.now());
    expect(second.expires_at.getTime() - second.last_seen_at.getTime()).toBe(30 * DAY);
    house.clock.advance(29 * DAY);
    expect(await isSignedIn(ada)).toBe(true);
    house.clock.advance(30 * DAY - MINUTE);
    expect(await isSignedIn(ada)).toBe(true);
    house.clock.advance(30 * DAY + HOUR);
    expect(await isSignedIn(ada)).toBe(false);
  });

  it('ends here, or everywhere', async () => {
    const here = await house.visitor().settle('out@example.org');
    const [there, elsewhere] = [house.visitor(), house.visitor()];
    await there.signIn('out@example.org');
    await elsewhere.signIn('out@example.org');
    const list = await here.ask('{ viewer { account { sessions { id current lastSeenAt createdAt userAgent } } } }');
    expect(list.data!['viewer'].account.sessions.map((session: { current: boolean }) => session.current).sort()).toEqual([false, false, true]);
    expect((await there.mutate('signOut', {}, 'signedOut')).data).toEqual({ signOut: { signedOut: true } });
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(elsewhere)]).toEqual([true, false, true]);
    expect((await here.mutate('signOut', { everywhere: true }, 'signedOut')).data).toEqual({ signOut: { signedOut: true } });
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([false, false]);
    expect((await here.mutate('signOut', {}, 'signedOut')).data).toEqual({ signOut: { signedOut: false } });
  });
});

it('an account is signed in at a hundred places at most', async () => {
  const first = await house.visitor().settle('places@example.org');
  house.clock.advance(MINUTE);
  const context = new RequestContext({ headers: {}, ip: first.ip });
  const [{ id }] = (await house.database.query("SELECT id FROM accounts WHERE email = 'places@example.org'")) as [{ id: string }];
  const open = () => house.transactor.run((tx) => house.get(SessionService).open(tx, id, context));
  for (let place = 0; place < 99; place += 1) await open();
  expect(await isSignedIn(first)).toBe(true);
  await open();
  expect(await isSignedIn(first)).toBe(false);
});

it('a password that is being replaced opens no session that would outlive it', async () => {
  const ada = await house.visitor().settle('replaced@example.org');
  const email = 'replaced@example.org';
  const passwords = house.get(PasswordsService);
  const [{ id }] = (await house.database.query('SELECT id FROM accounts WHERE email = $1', [email])) as [{ id: string }];
  const fresh = await passwords.hash(email, 'a brand new umbrella');
  const thief = house.visitor();
  let answer: Promise<Answer>;
  await house.transactor.run(async (tx) => {
    await passwords.set(tx, id, fresh);
    await house.get(SessionService).endAll(tx, id);
    answer = asSomebodyElse(() => thief.signIn(email));
    await Promise.race([somebodyWaits(house.database), answer]);
  });
  expect((await answer!).code).toBe('WRONG_CREDENTIALS');
  expect([await isSignedIn(thief), await isSignedIn(ada)]).toEqual([false, false]);
  expect((await thief.signIn(email, 'a brand new umbrella')).code).toBeNull();
});

describe('a cookie', () => {
  it('is set when a browser asks for one, instead of a token in the answer', async () => {
    const ada = house.visitor();
    const input = { email: 'cookie@example.org', password: PASSWORD, displayName: 'Ada' };
    const answer = await ada.mutate('signUp', input, 'token viewer { account { email } }', askCookie);
    expect(answer.data!['signUp']).toEqual({ token: null, viewer: { account: { email: 'cookie@example.org' } } });
    const cookie = `theme=dark; fanfare_session=${ada.cookies.get('fanfare_session')}; x=1`;
    expect(await isSignedIn(house.visitor(), { cookie })).toBe(true);
    expect(await isSignedIn(house.visitor(), { cookie: cookie.replace('fanfare_session', '__Host-fanfare_session') })).toBe(false);
    const out = await ada.mutate('signOut', {}, 'signedOut', { cookie, ...fromOurPage });
    expect(out.data).toEqual({ signOut: { signedOut: true } });
    expect(ada.cookies.has('fanfare_session')).toBe(false);
  });

  it('acts for our own pages only', async () => {
    const ada = house.visitor();
    await ada.mutate('signUp', { email: 'csrf@example.org', password: PASSWORD, displayName: 'Ada' }, 'token', askCookie);
    const cookie = `fanfare_session=${ada.cookies.get('fanfare_session')}`;
    const update = (headers: Record<string, string>) => house.visitor().mutate('updateAccount', { locale: 'fr' }, 'viewer { account { locale } }', headers);
    const refused: Record<string, string>[] = [
      {}, { origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'http://fanfare.test.evil.example' }, { origin: 'http://fanfare.test:81' },
      { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of refused) expect((await update({ cookie, ...headers })).code).toBe('CROSS_SITE_REQUEST');
    for (const headers of [fromOurPage, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }] as Record<string, string>[]) {
      expect((await update({ cookie, ...headers })).code).toBeNull();
    }
    expect(await isSignedIn(house.visitor(), { cookie, origin: 'https://evil.example' })).toBe(true); // reading is CORS's to refuse
  });

  it('is not planted for another site, and a bearer token needs no origin', async () => {
    const input = { email: 'csrf@example.org', password: PASSWORD };
    const planted = await house.visitor().mutate('signIn', input, 'token', { 'fanfare-session': 'cookie', origin: 'https://evil.example' });
    expect(planted.code).toBe('CROSS_SITE_REQUEST');
    const ada = await house.visitor().signUp('bearer@example.org');
    expect((await ada.mutate('updateAccount', { locale: 'fr' }, 'viewer { account { locale } }', { origin: 'https://elsewhere.example' })).code).toBeNull();
  });

  it('is bound to the host when the public address is https', async () => {
    const secure = await SmallHouse.open({ env: { PUBLIC_URL: 'https://fanfare.test' } });
    const ada = secure.visitor();
    const headers = { 'fanfare-session': 'cookie', origin: 'https://fanfare.test' };
    await ada.mutate('signUp', { email: 'host@example.org', password: PASSWORD, displayName: 'Ada' }, 'token', headers);
    expect([...ada.cookies.keys()]).toEqual(['__Host-fanfare_session']);
    await secure.close();
  });
});
