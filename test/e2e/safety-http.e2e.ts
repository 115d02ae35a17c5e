import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { fakeWeb } from '../support/fake-web.js';
import { type RawAnswer, rawRequest } from '../support/raw-http.js';
import { silence } from '../support/silence.js';

const web = fakeWeb();
let app: App;
let production: App;
let productionUrl: string;

silence();

beforeAll(async () => {
  app = await startApp({ webRoot: web.root });
  production = await startApp({ webRoot: web.root, env: { NODE_ENV: 'production', PUBLIC_URL: 'https://ideas.example.org' } });
  productionUrl = `http://127.0.0.1:${production.config.port}`;
});
afterAll(async () => {
  await Promise.all([app.stop(), production.stop()]);
  web.remove();
});

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { token viewer { account { id } } } }`;
let people = 0;
const person = () => ({ email: `safe-${(people += 1)}@example.org`, password: 'a quiet blue tricycle', displayName: 'Safe' });

function post(url: string, query: string, variables: object, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return rawRequest(url, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
}

const codeOf = ({ body }: RawAnswer) => (JSON.parse(body) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code ?? null;

describe('requests that another site could send', () => {
  const simple = (contentType: string, body: string) => rawRequest(app.url, '/graphql', { method: 'POST', headers: { 'content-type': contentType }, body });

  it.each([
    ['text/plain', '{"query":"mutation { signOut(input: {}) { signedOut } }"}', 400],
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D', 400],
    ['multipart/form-data; boundary=x', '--x--', 415],
  ])('%s is refused', async (contentType, body, status) => {
    const answer = await simple(contentType, body);
    expect(answer.status).toBe(status);
    expect(codeOf(answer)).toBe(status === 400 ? 'CROSS_SITE_REQUEST' : 'BAD_REQUEST');
  });

  it('GET without a preflight is refused', async () => {
    const target = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
    expect(codeOf(await rawRequest(app.url, target))).toBe('CROSS_SITE_REQUEST');
    expect((await rawRequest(app.url, target, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(200);
  });

  it('no other origin is let in by CORS', async () => {
    const answer = await rawRequest(app.url, '/graphql', { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('the session cookie', () => {
  it('goes to a page of ours that asks for it: for the server only, and no token beside it', async () => {
    const answer = await post(app.url, SIGN_UP, { input: person() }, { 'fanfare-session': 'cookie', origin: app.url });
    const [cookie = ''] = answer.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/^fanfare_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(JSON.parse(answer.body)).toMatchObject({ data: { signUp: { token: null } } });
  });

  it('is bound to its host and to https in production', async () => {
    const answer = await post(productionUrl, SIGN_UP, { input: person() }, { 'fanfare-session': 'cookie', origin: 'https://ideas.example.org' });
    expect((answer.headers['set-cookie'] as string[])[0]).toMatch(/^__Host-fanfare_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('is planted for no other site', async () => {
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, {}] as Record<string, string>[]) {
      const answer = await post(app.url, SIGN_UP, { input: person() }, { 'fanfare-session': 'cookie', ...headers });
      expect([codeOf(answer), answer.headers['set-cookie']]).toEqual(['CROSS_SITE_REQUEST', undefined]);
    }
  });

  it('changes nothing for another site, and everything for ours', async () => {
    const signedUp = await post(app.url, SIGN_UP, { input: person() }, { 'fanfare-session': 'cookie', origin: app.url });
    const cookie = (signedUp.headers['set-cookie'] as string[])[0]!.split(';')[0]!;
    const rename = (headers: Record<string, string>) => post(app.url, 'mutation { updateAccount(input: { displayName: "Other" }) { viewer { account { displayName } } } }', {}, { cookie, ...headers });
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'same-site' }, {}] as Record<string, string>[]) {
      expect(codeOf(await rename(headers)), JSON.stringify(headers)).toBe('CROSS_SITE_REQUEST');
    }
    expect(codeOf(await rename({ origin: app.url }))).toBeNull();
    expect(codeOf(await rename({ 'sec-fetch-site': 'same-origin' }))).toBeNull();
  });

  it('opens no page of an other host header', async () => {
    const answer = await rawRequest(app.url, '/echo', { headers: { host: 'evil.example' } });
    expect(JSON.parse(answer.body)).toMatchObject({ url: `${app.url}/echo` });
  });
});

describe('headers', () => {
  const everywhere = ['/livez', '/readyz', '/graphql', '/', '/nowhere', '/assets/app-abc123.js', '/hero.svg', '/boom', '/%zz', '/dev/mail'];

  it.each(everywhere)('%s', async (target) => {
    for (const url of [app.url, productionUrl]) {
      const { headers } = await rawRequest(url, target);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(String(headers['content-security-policy'])).toMatch(/frame-ancestors 'none'|sandbox/);
      expect(headers['x-powered-by']).toBeUndefined();
      const hsts = url === productionUrl ? 'max-age=63072000; includeSubDomains' : undefined;
      expect(headers['strict-transport-security']).toBe(hsts);
    }
  });

  it('a page has a nonce of its own, and no script without it runs', async () => {
    const [first, second] = await Promise.all([rawRequest(app.url, '/'), rawRequest(app.url, '/')]);
    const nonces = [first, second].map(({ headers }) => /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(String(headers['content-security-policy']))?.[1]);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/=]{20,}$/);
    expect(nonces[1]).not.toBe(nonces[0]);
    expect(first.body).toContain(`<script nonce="${nonces[0]}">`);
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy.split('; ').find((one) => one.startsWith('script-src'))).not.toMatch(/unsafe|http|\*/);
    expect(policy.replaceAll(app.url.replace('http', 'ws'), '')).not.toMatch(/https?:|wss?:/);
  });

  it('pages are never cached, hashed files for ever', async () => {
    expect((await rawRequest(app.url, '/')).headers['cache-control']).toBe('private, no-store');
    expect((await rawRequest(app.url, '/echo')).headers['cache-control']).toBe('private, no-store');
    expect((await rawRequest(app.url, '/assets/app-abc123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('artwork runs no script when opened by itself', async () => {
    expect(String((await rawRequest(app.url, '/hero.svg')).headers['content-security-policy'])).toContain('sandbox');
  });

  it('an error of a page tells nothing of the inside', async () => {
    for (const url of [app.url, productionUrl]) {
      const { status, body } = await rawRequest(url, '/boom');
      expect(status).toBe(500);
      expect(body).not.toMatch(/secret|at |\/.*\.js/);
    }
  });
});

describe('odd requests', () => {
  const graphql = (target: string, method = 'POST') =>
    rawRequest(app.url, target, { method, headers: { 'content-type': 'application/json' }, body: method === 'POST' ? '{"query":"{ __typename }"}' : undefined });

  it.each(['//graphql', '/graphql/', '/graphql%2f', '/GRAPHQL', '/graphql;x', '/./graphql', '/x/../graphql', '/graphql%00', '/graphql/.'])('%s is no second door', async (target) => {
    expect((await graphql(target)).status).toBe(404);
  });

  it('another spelling of the same address is held to the same rules', async () => {
    const spelled = await rawRequest(app.url, '/%67raphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' });
    expect(codeOf(spelled)).toBe('CROSS_SITE_REQUEST');
    const batch = await rawRequest(app.url, '/%67raphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[{"query":"{ __typename }"}]' });
    expect(codeOf(batch)).toBe('BATCHING_REFUSED');
  });

  it.each([
    '/..%2f..%2fpackage.json', '/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/assets%2f..%2f..%2fserver%2findex.js',
    '/..%5c..%5cpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '//package.json', '/assets/....//package.json', '/server/index.js',
  ])('%s reads no file of the server', async (target) => {
    const { body } = await rawRequest(app.url, target);
    expect(body).not.toMatch(/"secret": true|services\.execute/);
  });

  it('a file has one address', async () => {
    for (const target of ['//assets/app-abc123.js', '/assets//app-abc123.js', '/assets%2fapp-abc123.js', '/ASSETS/app-abc123.js', '/assets/app-abc123.js/']) {
      expect((await rawRequest(app.url, target)).body, target).not.toContain('console.log');
    }
  });

  it.each(['//evil.example/x', '/\\evil.example/x', '/\\\\evil.example', '///evil.example', 'http://evil.example/x'])('%s is an address of ours', async (target) => {
    const { status, body } = await rawRequest(app.url, target);
    if (status === 200) expect(body).toContain(`<p>${app.url}/`);
    else expect([400, 404]).toContain(status);
  });

  it.each(['/%zz', '/%', `/${'a'.repeat(9_000)}`, '/%c0%ae', '/%00', '/?%zz', '/?a[__proto__]=1', '/%01'])('%s is answered, and not with 500', async (target) => {
    expect((await rawRequest(app.url, target)).status).toBeLessThan(500);
  });

  it('hosts that no address can be made of are refused', async () => {
    for (const host of ['[', 'a b', 'x:y:z', '"', '']) {
      const { status } = await rawRequest(app.url, '/graphql', { method: 'POST', headers: { host, 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
      expect([host, status < 500]).toEqual([host, true]);
    }
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'QUERY', 'LINK'])('%s is not served', async (method) => {
    for (const target of ['/graphql', '/', '/livez']) expect([400, 404, 405], target).toContain((await rawRequest(app.url, target, { method })).status);
  });

  it('HEAD answers as GET does, without a body', async () => {
    for (const target of ['/livez', '/', '/assets/app-abc123.js', '/dev/mail']) {
      const [head, get] = await Promise.all([rawRequest(app.url, target, { method: 'HEAD' }), rawRequest(app.url, target)]);
      expect([target, head.status, head.body]).toEqual([target, get.status, '']);
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
    }
    expect((await graphql('/graphql', 'HEAD')).status).toBeLessThan(500);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '1'],
    ['a prototype', '{"query":"{ __typename }","__proto__":{"a":1}}'],
    ['a constructor', '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"a":1}}}}'],
    ['a query that is no text', '{"query":{"kind":"Document"}}'],
    ['variables that are no object', '{"query":"{ __typename }","variables":"{}"}'],
    ['a persisted query', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}'],
    ['a persisted query of tomorrow', '{"extensions":{"persistedQuery":{"version":9,"sha256Hash":"x"}}}'],
    ['brackets without end', '['.repeat(90_000)],
    ['braces without end', `{"query":"{ __typename }","variables":${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}`],
  ])('a body of %s is answered with its shape', async (_what, body) => {
    const answer = await rawRequest(app.url, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(answer.status).toBeLessThan(500);
    const { data, errors } = JSON.parse(answer.body) as { data?: unknown; errors?: { message: string; extensions: object }[] };
    if (!data) expect(errors![0]).toEqual({ message: expect.stringMatching(/\w/), extensions: { code: expect.not.stringMatching('INTERNAL'), params: expect.any(Object), requestId: expect.any(String) } });
  });

  it('whoever offers another protocol is served without it', async () => {
    const answer = await rawRequest(app.url, '/livez', { headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAARAAAAAAAIAAAAA' } });
    expect(answer.status).toBe(200);
  });
});

describe('production', () => {
  it('has no introspection, and suggests nothing', async () => {
    const ask = async (url: string, query: string, variables = {}) => JSON.parse((await post(url, query, variables)).body) as { errors?: { message: string }[] };
    const probes: [string, object][] = [
      ['{ viewr { account { id } } }', {}],
      ['{ communities(frist: 1) { totalCount } }', {}],
      ['query ($s: IdeaStatu) { __typename }', {}],
      ['mutation ($i: SignInInput!) { signIn(input: $i) { token } }', { i: { emial: 'x' } }],
      ['{ community(slug: "x") { ideas(orderBy: NEWST) { totalCount } } }', {}],
    ];
    for (const [query, variables] of probes) {
      expect(JSON.stringify(await ask(app.url, query, variables)), query).toMatch(/Did you mean/);
      expect(JSON.stringify(await ask(productionUrl, query, variables)), query).not.toMatch(/Did you mean/);
    }
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }']) {
      expect((await ask(app.url, query)).errors).toBeUndefined();
      expect((await ask(productionUrl, query)).errors).toHaveLength(1);
    }
  });

  it('has no development mailbox, and demo accounts neither', async () => {
    for (const target of ['/dev/mail', '/dev/mail.json']) expect((await rawRequest(productionUrl, target)).body).not.toContain('mails');
    const answer = await post(productionUrl, 'mutation { signIn(input: { email: "operator@example.org", password: "brick by brick" }) { token } }', {});
    expect(codeOf(answer)).toBe('WRONG_CREDENTIALS');
  });
});

describe('limits per network address', () => {
  it('are not moved by headers that the client writes', async () => {
    const input = { setupToken: 'x', email: 'a@b.example', password: 'a quiet blue tricycle', displayName: 'A' };
    const attempt = (at: number) => post(app.url, 'mutation ($input: SetUpDeploymentInput!) { setUpDeployment(input: $input) { account { id } } }', { input }, { 'x-forwarded-for': `10.0.0.${at}`, forwarded: `for=10.0.0.${at}` });
    const codes: (string | null)[] = [];
    for (let at = 0; at < 21; at += 1) codes.push(codeOf(await attempt(at)));
    expect(codes[0]).toBe('WRONG_CODE');
    expect(codes.at(-1)).toBe('TOO_MANY_ATTEMPTS');
  });
});
