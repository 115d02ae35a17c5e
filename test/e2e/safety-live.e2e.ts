import { aCommunity, anIdea } from '@fanfare/testing';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { eventually } from '../support/client.js';
import { Live } from '../support/live.js';
import { rawRequest } from '../support/raw-http.js';

const CHANGED = 'subscription ($idea: ID!) { ideaChanged(idea: $idea) { id title } }';

let app: App;
let ideaId: string;
const open: Live[] = [];

beforeAll(async () => {
  app = await startApp();
  const community = await aCommunity(app.database, { slug: 'live' });
  ideaId = (await anIdea(app.database, community.id)).id;
});
afterAll(() => app.stop());

async function live(options: Parameters<typeof Live.connect>[1] = {}): Promise<Live> {
  const client = await Live.connect(app.url, options);
  open.push(client);
  return client;
}

describe('who may connect', () => {
  it('a page of ours, and a program without a cookie', async () => {
    for (const options of [{ origin: app.url }, {}, { headers: { authorization: 'Bearer nonsense' } }]) {
      expect((await (await live(options)).ask(CHANGED, { idea: ideaId })).data!['ideaChanged'].id).toBe(ideaId);
    }
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another site with our name in its own', { origin: 'http://localhost.evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a cookie from nowhere', { headers: { cookie: 'fanfare_session=x' } }],
  ])('not %s', async (_who, options) => {
    await expect(Live.open(app.url, options)).rejects.toThrow('HTTP 403');
  });

  it('not our host on another port or scheme', async () => {
    const port = Number(new URL(app.url).port);
    for (const origin of [`http://localhost:${port + 1}`, `https://localhost:${port}`]) await expect(Live.open(app.url, { origin })).rejects.toThrow('HTTP 403');
  });

  it.each(['/', '/graphql/', '/graphql/graphql', '//graphql', '/%67raphql', '/GRAPHQL', '/graphql%2f'])('not at %s', async (target) => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
    expect((await rawRequest(app.url, target, { headers })).status).toBe(404);
  });

  it('at most fifty from one address', async () => {
    const before = open.length;
    const many = await Promise.all(Array.from({ length: 50 - before }, () => live()));
    await expect(Live.open(app.url)).rejects.toThrow('HTTP 429');
    for (const one of many) one.close();
    await Promise.all(many.map((one) => one.closed));
    const again = await eventually(() => Live.connect(app.url).catch(() => null), (client) => client !== null);
    again!.close();
  });

  it('whoever goes away in the middle of the upgrade ends nothing', async () => {
    const { port } = new URL(app.url);
    for (let at = 0; at < 20; at += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => {
          socket.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
          socket.resetAndDestroy();
        });
        socket.on('close', () => resolve());
        socket.on('error', () => undefined);
      });
    }
    expect((await fetch(`${app.url}/livez`)).status).toBe(200);
  });
});

describe('what may be said', () => {
  it.each([
    ['a query', 'query { __typename }'],
    ['a mutation', 'mutation { signOut(input: {}) { signedOut } }'],
    ['introspection', '{ __schema { types { name } } }'],
    ['two operations without a name', 'subscription A { __typename } subscription B { __typename }'],
  ])('not %s', async (_what, document) => {
    const reply = await (await live()).ask(document);
    expect([reply.type, reply.code]).toEqual(['error', 'QUERY_REFUSED']);
    expect(reply.errors[0]).toMatchObject({ message: 'This operation is not accepted here.', extensions: { params: { what: 'operation' }, requestId: expect.any(String) } });
  });

  it('one root field', async () => {
    const reply = await (await live()).ask(`subscription { a: ideaChanged(idea: "${ideaId}") { id } b: ideaChanged(idea: "${ideaId}") { id } }`);
    expect(reply.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('refusals of the service keep their code', async () => {
    const client = await live();
    for (const idea of ['not an id', '00000000-0000-7000-8000-000000000000', '', '\u0000', '\ud800']) {
      const reply = await client.ask(CHANGED, { idea });
      expect([idea, reply.code]).toEqual([idea, 'NOT_FOUND']);
      expect(reply.errors[0]!.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('variables that do not fit are the document’s fault', async () => {
    const client = await live();
    for (const variables of [{}, { idea: null }, { idea: { a: 1 } }, { idea: [] }]) expect((await client.ask(CHANGED, variables)).code).toBe('BAD_USER_INPUT');
  });

  it('frames end at 64 KiB', async () => {
    const within = await live();
    const padded = (bytes: number) => JSON.stringify({ type: 'ping', payload: { pad: '' } }).replace('""', `"${'x'.repeat(bytes - 36)}"`);
    expect(padded(1000)).toHaveLength(1000);
    within.send(padded(64 * 1024));
    expect((await within.ask(CHANGED, { idea: ideaId })).type).toBe('next');
    within.send(padded(64 * 1024 + 1));
    expect(await within.closed).toBe(1009);
  });

  it('at most twenty subscriptions on one socket', async () => {
    const client = await live();
    const replies = await Promise.all(Array.from({ length: 20 }, () => client.ask(CHANGED, { idea: ideaId })));
    expect(new Set(replies.map(({ type }) => type))).toEqual(new Set(['next']));
    const refused = await client.ask(CHANGED, { idea: ideaId });
    expect(refused.errors[0]).toMatchObject({ extensions: { code: 'QUERY_REFUSED', params: { what: 'subscriptions' } } });
  });

  it.each([
    ['nothing at all', 4408, async () => Live.open(app.url)],
    ['an operation before connection_init', 4401, async () => speak({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } })],
    ['no JSON', 4400, async () => speak('{')],
    ['an unknown type', 4400, async () => speak({ type: 'nonsense' })],
    ['a document that is no text', 4400, async () => speak({ id: '1', type: 'subscribe', payload: { query: 1 } })],
    ['connection_init twice', 4429, async () => speakOn(await live(), { type: 'connection_init' })],
    ['a message that only servers send', 4500, async () => speakOn(await live(), { type: 'connection_ack' })],
    ['no protocol of ours', 4406, async () => Live.open(app.url, { protocols: [] })],
  ])('%s closes with %i', async (_what, code, begin) => {
    expect(await (await begin()).closed).toBe(code);
  });

  const speakOn = (client: Live, message: unknown) => (client.send(message), client);
  const speak = async (message: unknown) => speakOn(await Live.open(app.url), message);
});

describe('what is told', () => {
  it('changes of the idea, to whoever watches', async () => {
    const fan = await app.visitor().signUp();
    await fan.join('live');
    const watched = (await live()).subscribe('subscription ($idea: ID!) { ideaChanged(idea: $idea) { support { raw } } }', { idea: ideaId });
    expect((await watched.next()).data!['ideaChanged'].support.raw).toBe(0);
    await fan.mutate('castVote', { idea: ideaId }, 'idea { id }');
    expect((await watched.next()).data!['ideaChanged'].support.raw).toBe(1);
  });

  it('with the rights of the connection’s token, in a header or in connection_init', async () => {
    const fan = await app.visitor().signUp();
    const query = 'subscription ($idea: ID!) { ideaChanged(idea: $idea) { viewerCan { vote { reason } } } }';
    const reasonOf = async (options: Parameters<typeof live>[0]) => (await (await live(options)).ask(query, { idea: ideaId })).data!['ideaChanged'].viewerCan.vote.reason;
    const authorization = `Bearer ${fan.token}`;
    expect(await reasonOf({})).toBe('SIGN_IN_REQUIRED');
    expect(await reasonOf({ headers: { authorization } })).toBe('NOT_A_MEMBER');
    expect(await reasonOf({ params: { authorization } })).toBe('NOT_A_MEMBER');
    expect(await reasonOf({ origin: app.url, headers: { cookie: `fanfare_session=${fan.token}` } })).toBe('NOT_A_MEMBER');
  });
});
