import { SetupService } from '@fanfare/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { codeIn } from '../support/client.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const WHO = '{ viewer { account { email emailConfirmed } identity { level evidence { kind } } } }';
const PASSWORD = 'a quiet blue tricycle';

describe('a person', () => {
  it('signs up, confirms the address, signs in elsewhere, and signs out everywhere', async () => {
    const zoe = await app.visitor().signUp({ email: 'zoe@example.org', locale: 'fr' });
    expect((await zoe.get(WHO)).viewer).toEqual({ account: { email: 'zoe@example.org', emailConfirmed: false }, identity: { level: 'ANONYMOUS', evidence: [] } });
    const mail = await zoe.mailTo('zoe@example.org');
    expect(mail.subject).toContain('code de confirmation');
    expect(mail.text).toContain(`${app.url}/confirm?code=${codeIn(mail)}`);
    await zoe.confirm();
    expect((await zoe.get(WHO)).viewer.identity).toEqual({ level: 'CONFIRMED', evidence: [{ kind: 'EMAIL' }] });

    const phone = app.visitor();
    phone.token = (await phone.mutate('signIn', { email: 'Zoe@Example.org', password: PASSWORD }, 'token')).token;
    expect((await phone.mutate('signOut', { everywhere: true }, 'signedOut')).signedOut).toBe(true);
    expect((await zoe.get(WHO)).viewer).toBeNull();
    expect((await phone.get(WHO)).viewer).toBeNull();
  });

  it('forgets the password and chooses another by the code from the mail', async () => {
    const max = await (await app.visitor().signUp({ email: 'max@example.org' })).confirm();
    const visitor = app.visitor();
    expect(await visitor.mutate('requestPasswordReset', { email: 'max@example.org' }, 'sent')).toEqual({ sent: true });
    const mail = await visitor.mailTo('max@example.org', 'reset-password');
    expect(mail.text).toContain(`${app.url}/reset-password?code=${codeIn(mail)}`);
    await visitor.mutate('resetPassword', { code: codeIn(mail), password: 'nine lighthouses at sea' }, 'done');
    expect((await max.get(WHO)).viewer).toBeNull();
    expect(await visitor.refusal('signIn', { email: 'max@example.org', password: PASSWORD }, 'token')).toBe('WRONG_CREDENTIALS');
    expect((await visitor.mutate('signIn', { email: 'max@example.org', password: 'nine lighthouses at sea' }, 'token')).token).toMatch(/^.{43}$/);
  });

  it('learns nothing about anybody else’s address', async () => {
    await (await app.visitor().signUp({ email: 'known@example.org' })).confirm();
    const said = async (name: string, input: object, selection: string) => {
      const both = ['known@example.org', 'unknown@example.org'].map((email) => app.visitor().ask(`mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`, { input: { ...input, email } }));
      return (await Promise.all(both)).map((answer) => JSON.stringify({ ...answer, errors: answer.errors.map(({ extensions: { requestId: _, ...rest }, ...error }) => ({ ...error, ...rest })) }));
    };
    for (const [name, input, selection] of [
      ['signIn', { password: 'not the right one' }, 'viewer { identity { level } }'],
      ['signUp', { password: PASSWORD, displayName: 'Eve' }, 'viewer { account { emailConfirmed } identity { level } }'],
      ['requestPasswordReset', {}, 'sent'],
      ['resetPassword', { code: 'AAAABBBBCCCC', password: PASSWORD }, 'done'],
    ] as const) {
      const [known, unknown] = await said(name, input, selection);
      expect(known).toBe(unknown);
    }
  });
});

describe('a browser', () => {
  async function post(query: string, headers: Record<string, string>, url = app.url) {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
    return { cookie: response.headers.getSetCookie()[0] ?? null, body: (await response.json()) as { data: any; errors?: { extensions: { code: string } }[] } };
  }

  const signUp = (email: string) => `mutation { signUp(input: { email: "${email}", password: "${PASSWORD}", displayName: "Bo" }) { token viewer { account { email } } } }`;
  const update = 'mutation { updateAccount(input: { displayName: "Bobby" }) { viewer { account { displayName } } } }';

  it('gets its session as a cookie that scripts cannot read and other sites cannot use', async () => {
    const ours = { origin: app.url };
    const { cookie, body } = await post(signUp('bo@example.org'), { 'fanfare-session': 'cookie', ...ours });
    expect(body.data.signUp).toEqual({ token: null, viewer: { account: { email: 'bo@example.org' } } });
    expect(cookie).toMatch(/^fanfare_session=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const session = { cookie: cookie!.split(';')[0]! };
    expect((await post(WHO, session)).body.data.viewer.account.email).toBe('bo@example.org');
    expect((await post(update, { ...session, origin: 'https://evil.example' })).body.errors![0]!.extensions.code).toBe('CROSS_SITE_REQUEST');
    expect((await post(update, session)).body.errors![0]!.extensions.code).toBe('CROSS_SITE_REQUEST');
    expect((await post(update, { ...session, ...ours })).body.data.updateAccount.viewer.account.displayName).toBe('Bobby');
    expect((await post(update, { ...session, 'sec-fetch-site': 'same-origin' })).body.errors).toBeUndefined();
    const out = await post('mutation { signOut(input: {}) { signedOut } }', { ...session, ...ours });
    expect(out.cookie).toMatch(/^fanfare_session=;.*Expires=Thu, 01 Jan 1970/);
    expect((await post(WHO, session)).body.data.viewer).toBeNull();
  });

  it('finds no cookie where it asked for none', async () => {
    const { cookie, body } = await post(signUp('token@example.org'), {});
    expect(cookie).toBeNull();
    expect(body.data.signUp.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('reads the development mailbox as a page and programs as JSON', async () => {
    const reader = await app.visitor().signUp({ email: 'letterbox@example.org' });
    await reader.mailTo('letterbox@example.org'); // mail is written after the answer: what both are asked for has to be there
    const { mails } = (await (await fetch(`${app.url}/dev/mail.json`)).json()) as { mails: Record<string, unknown>[] };
    expect(mails.map((mail) => mail['to'])).toContain('letterbox@example.org');
    expect(Object.keys(mails[0]!).sort()).toEqual(['at', 'from', 'headers', 'html', 'id', 'subject', 'text', 'to']);
    const page = await fetch(`${app.url}/dev/mail`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('to letterbox@example.org');
  });
});

describe('in production', () => {
  let production: App;
  beforeAll(async () => {
    production = await startApp({
      env: { NODE_ENV: 'production', PUBLIC_URL: 'https://fans.example', TRUSTED_PROXIES: '1', SMTP_URL: 'smtp://127.0.0.1:9' },
    });
  });
  afterAll(() => production.stop());

  const local = () => `http://127.0.0.1:${production.config.port}`;
  const post = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${local()}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
    return { cookie: response.headers.getSetCookie()[0] ?? '', body: (await response.json()) as { data: any; errors?: { extensions: { code: string; params: any } }[] } };
  };

  it('the first operator comes by a link that works once', async () => {
    const link = await production.get(SetupService).linkIfNeeded();
    const token = new URL(link!).searchParams.get('token');
    const setUp = `mutation { setUpDeployment(input: { setupToken: "${token}", email: "olga@example.org", password: "${PASSWORD}", displayName: "Olga" }) { account { isOperator } } }`;
    const first = await post(setUp, { 'fanfare-session': 'cookie', origin: 'https://fans.example' });
    expect(first.body.data.setUpDeployment.account.isOperator).toBe(true);
    expect(first.cookie).toMatch(/^__Host-fanfare_session=.{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await post(setUp)).body.errors![0]!.extensions.code).toBe('SETUP_DONE');
    expect((await post('{ deployment { needsSetup devMailbox } }')).body.data.deployment).toEqual({ needsSetup: false, devMailbox: false });
  });

  it('there is no development mailbox', async () => {
    expect((await fetch(`${local()}/dev/mail`)).status).toBe(404);
    expect((await fetch(`${local()}/dev/mail.json`)).status).toBe(404);
  });

  it('limits tell networks apart behind a proxy', async () => {
    const guess = (ip: string, email: string) => post(`mutation { signIn(input: { email: "${email}", password: "wrong every time" }) { token } }`, { 'x-forwarded-for': ip });
    const codes: string[] = [];
    for (let attempt = 0; attempt <= 20; attempt += 1) codes.push((await guess(`198.51.100.${attempt}`, 'olga@example.org')).body.errors![0]!.extensions.code);
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('WRONG_CREDENTIALS'));
    expect(codes[20]).toBe('TOO_MANY_ATTEMPTS');
    await production.database.query("UPDATE rate_limits SET points = 600 WHERE key = 'signIn:ip:198.51.100.1'");
    const blocked = await guess('198.51.100.1', 'someone@example.org');
    expect(blocked.body.errors![0]!.extensions).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', params: { retryAfterSeconds: expect.any(Number) } });
    expect((await guess('198.51.100.99', 'someone@example.org')).body.errors![0]!.extensions.code).toBe('WRONG_CREDENTIALS');
  });
});
