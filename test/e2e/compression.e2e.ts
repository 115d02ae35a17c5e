import { request } from 'node:http';
import { brotliDecompressSync, createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { eventually } from '../support/client.js';
import { fakeWeb } from '../support/fake-web.js';
import { silence } from '../support/silence.js';

const LONG = 'Bricks that float, and boats of them. '.repeat(200);

/** `/slow` writes a second half only once `/go` was asked for; `/broken` fails at once, `/half` at `/fail`; `/endless` notes who leaves. */
const SERVER = `
const LONG = ${JSON.stringify(LONG)};
const text = new TextEncoder();
let go;
const gone = new Promise((resolve) => (go = resolve));
let fail;
const failed = new Promise((resolve) => (fail = resolve));
let left = false;
const html = (body, headers) => new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
const stream = (source) => html(new ReadableStream(source));
export async function handle(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/go') { go(); return html('gone'); }
  if (pathname === '/left') return html(String(left));
  if (pathname === '/slow') return stream({ async start(to) { to.enqueue(text.encode('first')); await gone; to.enqueue(text.encode('second')); to.close(); } });
  if (pathname === '/broken') return stream({ start(to) { to.error(new Error('broken')); } });
  if (pathname === '/half') return stream({ async start(to) { to.enqueue(text.encode('first')); await failed; to.error(new Error('half')); } });
  if (pathname === '/fail') { fail(); return html('failed'); }
  if (pathname === '/endless') return stream({ pull(to) { to.enqueue(crypto.getRandomValues(new Uint8Array(9_999))); }, cancel() { left = true; } });
  if (pathname === '/varied') return html(LONG, { vary: 'Cookie' });
  if (pathname === '/picture') return new Response(LONG, { headers: { 'content-type': 'image/png' } });
  if (pathname === '/feed') return new Response(LONG, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
  if (pathname === '/empty') return html(null);
  if (pathname === '/away') return new Response(null, { status: 302, headers: { location: '/' } });
  return html(LONG);
}`;

const web = fakeWeb(SERVER);
writeFileSync(join(web.root, 'client/assets/app-abc123.js.br'), 'made by the build');
let app: App;

silence();

beforeAll(async () => {
  app = await startApp({ webRoot: web.root });
});
afterAll(async () => {
  await app.stop();
  web.remove();
});

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function open(target: string, { method = 'GET', headers = {}, body }: Ask = {}) {
  const sent = request(`${app.url}${target}`, { method, agent: false, headers: { 'accept-encoding': 'gzip, br', ...headers } });
  sent.end(body);
  return new Promise<import('node:http').IncomingMessage>((resolve, reject) => sent.on('response', resolve).on('error', reject));
}

async function get(target: string, ask: Ask = {}) {
  const response = await open(target, ask);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const { 'content-encoding': coding, vary, 'content-length': length } = response.headers;
  const body = raw.length === 0 ? raw : coding === 'br' ? brotliDecompressSync(raw) : coding === 'gzip' ? gunzipSync(raw) : raw;
  return { status: response.statusCode!, coding, vary, length, size: raw.length, body: body.toString() };
}

const graphql = (headers: Record<string, string> = {}) =>
  get('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query: '{ __schema { types { name description } } }' }) });

describe('what is compressed', () => {
  it.each([['gzip, br', 'br'], ['gzip', 'gzip']])('a page, for who accepts %s', async (accepted, coding) => {
    const answer = await get('/', { headers: { 'accept-encoding': accepted } });
    expect(answer).toMatchObject({ status: 200, coding, vary: 'Accept-Encoding', body: LONG });
    expect(answer.size).toBeLessThan(LONG.length / 10);
  });

  it.each(['', 'identity', 'br;q=0, gzip;q=0', 'deflate'])('not for who accepts "%s", though caches are told', async (accepted) => {
    expect(await get('/', { headers: { 'accept-encoding': accepted } })).toMatchObject({ coding: undefined, vary: 'Accept-Encoding', body: LONG });
  });

  it('a feed, and a page beside what else it varies by', async () => {
    expect(await get('/feed')).toMatchObject({ coding: 'br', body: LONG });
    expect(await get('/varied')).toMatchObject({ coding: 'br', vary: 'Cookie, Accept-Encoding' });
  });

  it('a long answer of GraphQL, with its length; a short one stays as it is', async () => {
    const long = await graphql();
    expect(long).toMatchObject({ coding: 'br', length: String(long.size) });
    expect(JSON.parse(long.body).data.__schema.types.length).toBeGreaterThan(10);
    expect(await get('/livez')).toMatchObject({ coding: undefined, body: '{"status":"ok"}' });
  });

  it('no picture, no redirect, no body that is not there', async () => {
    expect(await get('/picture')).toMatchObject({ coding: undefined, vary: undefined, body: LONG });
    expect(await get('/away')).toMatchObject({ status: 302, coding: undefined, size: 0 });
    for (const target of ['/', '/empty']) expect(await get(target, { method: 'HEAD' })).toMatchObject({ status: 200, size: 0 });
  });

  it('no file of the build a second time', async () => {
    const response = await open('/assets/app-abc123.js');
    expect(response.headers['content-encoding']).toBe('br');
    expect(Buffer.concat(await response.toArray() as Buffer[]).toString()).toBe('made by the build');
    expect(await get('/hero.svg')).toMatchObject({ coding: undefined });
  });
});

describe('who comes with cookies', () => {
  const cookie = 'fanfare_session=x';
  const codingWith = async (headers: Record<string, string>) => [(await get('/', { headers: { cookie, ...headers } })).coding, (await graphql({ cookie, ...headers })).coding];

  it('and from elsewhere learns no compressed size', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, {}] as Record<string, string>[]) {
      expect((await codingWith(headers))[0], JSON.stringify(headers)).toBeUndefined();
    }
  });

  it('and from a page of ours, or by their own hand, has it small', async () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, { origin: app.url }] as Record<string, string>[]) {
      expect(await codingWith(headers), JSON.stringify(headers)).toEqual(['br', 'br']);
    }
  });

  it('without cookies, from elsewhere too: there is nothing to learn', async () => {
    expect(await get('/', { headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({ coding: 'br' });
  });
});

describe('a page that streams', () => {
  it.each([['br', createBrotliDecompress], ['gzip', createGunzip]] as const)('shows its first part while the rest is awaited, in %s', async (coding, decoder) => {
    const response = await open('/slow', { headers: { 'accept-encoding': coding } });
    expect(response.headers['content-encoding']).toBe(coding);
    const parts = response.pipe(decoder())[Symbol.asyncIterator]();
    expect(String((await parts.next()).value)).toMatch(/^first/); // hangs when nothing is flushed
    await get('/go');
    let rest = '';
    for (let next = await parts.next(); !next.done; next = await parts.next()) rest += String(next.value);
    if (coding === 'br') expect(rest).toBe('second');
  });

  it('that fails at once is answered by an error that can be read', async () => {
    const { status, coding, body } = await get('/broken');
    expect([status, coding]).toEqual([500, undefined]);
    expect(JSON.parse(body)).toMatchObject({ statusCode: 500 });
  });

  it('that fails half way ends short, and the server goes on', async () => {
    const response = await open('/half');
    response.once('data', () => void get('/fail'));
    await expect(response.toArray()).rejects.toThrow('aborted');
    expect(await get('/')).toMatchObject({ status: 200 });
  });

  it('is not made any longer once its reader has left', async () => {
    const response = await open('/endless');
    response.once('data', () => response.destroy());
    await new Promise((resolve) => response.once('close', resolve));
    expect((await eventually(() => get('/left'), ({ body }) => body === 'true')).body).toBe('true');
  });
});
