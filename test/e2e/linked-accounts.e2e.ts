import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { anIssuer } from '../support/issuer.js';
import { silence } from '../support/silence.js';

silence();

let issuer: Awaited<ReturnType<typeof anIssuer>>;
let app: App;

beforeAll(async () => {
  issuer = await anIssuer('nobody yet', (subject) => (subject === 'shy' ? undefined : subject !== 'careless'));
  const providers = [{ ...issuer.settings, id: 'good' }, { ...issuer.settings, id: 'gone', name: 'Gone ID', issuer: 'http://localhost:1' }];
  app = await startApp({ env: { OIDC_PROVIDERS: JSON.stringify(providers) } });
  issuer.open(`${app.url}/link/good/callback`);
});
afterAll(async () => {
  await app?.stop();
  await issuer?.close();
});

/** Follows the provider's redirects as a browser does, up to the one that leads back to us. */
async function goThrough(start: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let url = start, hops = 0; hops < 12; hops += 1) {
    if (url.startsWith(app.url)) return url;
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=');
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`The provider stopped: ${response.status} ${await response.text()}`);
    url = new URL(location, url).href;
  }
  throw new Error('The provider goes round in circles');
}

/** Opens an address of ours as somebody; where they end up. */
async function visit(person: Client, url: string): Promise<string> {
  const headers = { accept: 'text/html', 'sec-fetch-site': 'cross-site', ...(person.token ? { authorization: `Bearer ${person.token}` } : {}) };
  const response = await fetch(url, { redirect: 'manual', headers });
  expect([response.status, response.headers.get('cache-control')]).toEqual([303, 'private, no-store']);
  return response.headers.get('location')!.replace('/settings/identity?', '');
}

const leave = async (person: Client, provider = 'good') => (await person.mutate('linkAccount', { provider }, 'url')).url as string;
const aPerson = async () => (await app.visitor().signUp()).confirm();
const IDENTITY = '{ viewer { identity { level linkProviders { id name } evidence { kind detail public } } } }';
const identityOf = async (person: Client) => (await person.get(IDENTITY))['viewer'].identity;

describe('an account elsewhere', () => {
  it('becomes evidence when its provider says who it is and has verified the address; the level follows', async () => {
    const person = await aPerson();
    issuer.next = { subject: 'ada' };
    const url = new URL(await leave(person));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code', scope: 'openid email', client_id: 'fanfare', redirect_uri: `${app.url}/link/good/callback`,
      state: expect.any(String), nonce: expect.any(String), code_challenge: expect.any(String), code_challenge_method: 'S256',
    });
    expect(await visit(person, await goThrough(url.href))).toBe('linked=good');
    expect(await identityOf(person)).toEqual({
      level: 'LINKED',
      linkProviders: [{ id: 'good', name: 'Example ID' }, { id: 'gone', name: 'Gone ID' }],
      evidence: [{ kind: 'EMAIL', detail: person.person!.email, public: false }, { kind: 'LINKED_ACCOUNT', detail: 'Example ID', public: false }],
    });
    const kept = JSON.stringify(await person.sql('SELECT label, subject_hash FROM evidence'));
    expect(kept).not.toContain('ada@elsewhere.example');
    expect(await person.sql('SELECT FROM link_attempts')).toEqual([]);
    issuer.next = { subject: 'ada' };
    expect(await visit(person, await goThrough(await leave(person)))).toBe('linked=good'); // once more changes nothing
    expect((await identityOf(person)).evidence).toHaveLength(2);
  });

  it('proves one account: a second one is refused and learns nothing of the first', async () => {
    const [first, second] = [await aPerson(), await aPerson()];
    issuer.next = { subject: 'grace' };
    expect(await visit(first, await goThrough(await leave(first)))).toBe('linked=good');
    expect(await visit(second, await goThrough(await leave(second)))).toBe('refused=EVIDENCE_NOT_USABLE');
    expect((await identityOf(second)).level).toBe('CONFIRMED');
  });

  it.each(['careless', 'shy'])('is worth nothing while its provider has not verified the address, or does not say (%s)', async (subject) => {
    const person = await aPerson();
    issuer.next = { subject };
    expect(await visit(person, await goThrough(await leave(person)))).toBe('refused=LINK_UNVERIFIED');
    expect((await identityOf(person)).level).toBe('CONFIRMED');
  });

  it('is answered once, by the session that asked, for its own question', async () => {
    const [person, other] = [await aPerson(), await aPerson()];
    issuer.next = { subject: 'mary' };
    const back = await goThrough(await leave(person));
    expect(await visit(other, back)).toBe('refused=LINK_REFUSED');
    expect(await visit(app.visitor(), back)).toBe('refused=SIGN_IN_REQUIRED');
    const elsewhere = app.visitor();
    elsewhere.token = (await elsewhere.mutate<{ token: string }>('signIn', { ...person.person! }, 'token')).token;
    expect(await visit(elsewhere, back)).toBe('refused=LINK_REFUSED');
    expect(await visit(person, back.replace(/state=[^&]+/, 'state=another'))).toBe('refused=LINK_REFUSED');
    expect(await visit(person, back.replace('/good/', '/gone/'))).toBe('refused=LINK_REFUSED');
    expect(await visit(person, `${app.url}/link/nobody/callback?state=x`)).toBe('refused=NOT_FOUND');
    expect(await visit(person, back)).toBe('linked=good');
    expect(await visit(person, back)).toBe('refused=LINK_REFUSED');
  });

  it.each(['nonce', 'code_verifier'])('is refused when the provider answers another question than ours (%s)', async (what) => {
    const person = await aPerson();
    issuer.next = { subject: `wrong-${what}` };
    const back = await goThrough(await leave(person));
    await person.sql(`UPDATE link_attempts SET ${what} = repeat('x', 43)`);
    expect(await visit(person, back)).toBe('refused=LINK_REFUSED');
    expect((await identityOf(person)).level).toBe('CONFIRMED');
  });

  it('is refused when the way back is empty, forged or late', async () => {
    const person = await aPerson();
    issuer.next = { subject: 'late' };
    const state = (url: string) => new URL(url).searchParams.get('state');
    expect(await visit(person, `${app.url}/link/good/callback`)).toBe('refused=LINK_REFUSED');
    expect(await visit(person, `${app.url}/link/good/callback?state=${state(await leave(person))}`)).toBe('refused=LINK_REFUSED');
    expect(await visit(person, `${app.url}/link/good/callback?code=made-up&state=${state(await leave(person))}`)).toBe('refused=LINK_REFUSED');
    const back = await goThrough(await leave(person));
    await person.sql(`UPDATE link_attempts SET expires_at = now() - interval '1 second'`);
    expect(await visit(person, back)).toBe('refused=LINK_REFUSED');
  });

  it.each(['silent', 'busy'] as const)('is left alone, not refused, when the provider is %s when asked who came back', async (how) => {
    const person = await aPerson();
    issuer.next = { subject: `back-${how}` };
    const back = await goThrough(await leave(person));
    issuer.broken = how;
    expect(await visit(person, back)).toBe('refused=PROVIDER_UNAVAILABLE');
    issuer.broken = null;
    expect(await visit(person, back)).toBe('refused=LINK_REFUSED'); // its question is spent
    expect(await visit(person, await goThrough(await leave(person)))).toBe('linked=good');
  });

  it('is left alone when the person declines, or the provider is out of reach', async () => {
    const person = await aPerson();
    issuer.next = { subject: 'nobody', declines: true };
    expect(await visit(person, await goThrough(await leave(person)))).toBe('refused=LINK_CANCELLED');
    expect(await person.refusal('linkAccount', { provider: 'gone' }, 'url')).toBe('PROVIDER_UNAVAILABLE');
    expect(await person.refusal('linkAccount', { provider: 'unheard-of' }, 'url')).toBe('NOT_FOUND');
    expect((await person.sql(`UPDATE rate_limits SET points = 1000000 WHERE key LIKE 'linkAccount:account:%' RETURNING key`)).flat().length).toBeGreaterThan(0);
    expect(await person.refusal('linkAccount', { provider: 'good' }, 'url')).toBe('TOO_MANY_ATTEMPTS');
    expect(await app.visitor().refusal('linkAccount', { provider: 'good' }, 'url')).toBe('SIGN_IN_REQUIRED');
  });
});
