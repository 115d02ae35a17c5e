import http, { type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE_ADDRESSES as HOSTILE } from './hostile-addresses.fixture.js';
import { type Resolve, WebClient } from './web-client.js';
import type { WebProblem } from './web-problem.js';

/** A server that nobody from outside may ever reach: it counts who does. */
let canary: Server;
/** A stranger's server, let through by the tests alone. */
let stranger: Server;
let answer: RequestListener;
let hits: string[] = [];

const HTML = { types: ['text/html'] };
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = async (server: Server, host: string) => {
  await new Promise<void>((ready) => server.listen(0, host, ready));
  return server;
};

beforeAll(async () => {
  canary = await listening(http.createServer((request, response) => (hits.push(request.url ?? ''), response.setHeader('content-type', 'text/html').end('secret'))), '0.0.0.0');
  stranger = await listening(http.createServer((request, response) => answer(request, response)), '127.0.0.1');
});
afterAll(async () => {
  for (const server of [canary, stranger]) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});
beforeEach(() => {
  hits = [];
});

const reasonOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: WebProblem) => problem.reason);
/** What a hostile resolver says: whatever it is asked, an address of ours. */
const resolveTo = (...addresses: string[]): Resolve => async () => addresses;
/** Lets the stranger's server through and nothing else. */
const outside = (resolve?: Resolve) => new WebClient({ resolve, allow: ({ address, port }) => address === '127.0.0.1' && port === portOf(stranger) });
const strange = (path = '/') => `http://127.0.0.1:${portOf(stranger)}${path}`;
const html: (body: string | Buffer, headers?: Record<string, string>) => RequestListener = (body, headers = {}) => (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
};

describe('a hostile address', () => {
  // Whatever a name resolves to is ourselves; literals speak for themselves.
  it.each(HOSTILE)('%j reaches nobody', async (text) => {
    const client = new WebClient({ resolve: resolveTo('127.0.0.1') });
    expect(['URL', 'ADDRESS']).toContain(await reasonOf(client.get(text.replaceAll('PORT', String(portOf(canary))), HTML)));
    expect(hits).toEqual([]);
  });

  it('would be reached by a client that does not look: the corpus is not harmless', async () => {
    let reached = 0;
    const naive = HOSTILE.filter((text) => text.startsWith('http:')).map((text) => text.replaceAll('PORT', String(portOf(canary)))).filter((url) => url.includes(String(portOf(canary))));
    await Promise.all(naive.map((url) => fetch(url, { signal: AbortSignal.timeout(10_000) }).then(() => (reached += 1), () => undefined)));
    expect(reached).toBeGreaterThan(12);
    expect(hits.length).toBeGreaterThanOrEqual(reached);
  });
});

describe('a name', () => {
  const rebinding = (...answers: string[][]) => {
    let asked = 0;
    const resolve: Resolve = async () => answers[Math.min(asked++, answers.length - 1)]!;
    return { resolve, times: () => asked };
  };

  it.each([['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['0.0.0.0'], ['10.1.2.3'], ['8.8.8.8', '127.0.0.1'], ['2606:4700::1', 'fd00::1']])('with %j is refused', async (...addresses) => {
    expect(await reasonOf(new WebClient({ resolve: resolveTo(...addresses) }).get('http://pages.example.org/', HTML))).toBe('ADDRESS');
    expect(hits).toEqual([]);
  });

  it('is asked for once: an answer that changes between the look and the connection changes nothing', async () => {
    // First the stranger, who is let through; from then on the canary's address, at which the same port would answer too.
    answer = html('hello');
    const names = rebinding(['127.0.0.1'], ['127.0.0.2']);
    const page = await outside(names.resolve).get(`http://pages.example.org:${portOf(stranger)}/`, HTML);
    expect([page.body.toString(), names.times()]).toEqual(['hello', 1]);
  });

  it('is judged by its address, not by the first of them', async () => {
    const names = rebinding(['203.0.113.7'], ['127.0.0.1']);
    expect(await reasonOf(outside(names.resolve).get('http://pages.example.org/', HTML))).toBe('ADDRESS');
    expect(names.times()).toBe(1);
  });

  it('that nobody has is a matter of the network', async () => {
    expect(await reasonOf(new WebClient({ resolve: resolveTo() }).get('http://pages.example.org/', HTML))).toBe('NETWORK');
  });
});

describe('redirects', () => {
  const to = (location: string, status = 302): RequestListener => (_request, response) => response.writeHead(status, { location }).end();

  it.each(['http://127.0.0.1:PORT/', 'http://localhost:PORT/', '//[::1]:PORT/', 'http://2130706433:PORT/', 'file:///etc/passwd', 'http://u:p@example.org/', 'http://169.254.169.254/', 'gopher://x/'])(
    'to %j end there', async (location) => {
      for (const status of [301, 302, 303, 307, 308]) {
        answer = to(location.replaceAll('PORT', String(portOf(canary))), status);
        expect(['URL', 'ADDRESS']).toContain(await reasonOf(outside(resolveTo('127.0.0.1')).get(strange(), HTML)));
      }
      expect(hits).toEqual([]);
    });

  it('are followed five times and no more', async () => {
    answer = (request, response) => {
      const left = Number(new URL(request.url!, 'http://x').searchParams.get('left'));
      if (left > 0) to(`/?left=${left - 1}`)(request, response);
      else html('arrived')(request, response);
    };
    const page = await outside().get(strange('/?left=5'), HTML);
    expect([page.body.toString(), page.url]).toEqual(['arrived', strange('/?left=0')]);
    expect(await reasonOf(outside().get(strange('/?left=6'), HTML))).toBe('REDIRECTS');
  });
});

describe('an answer', () => {
  const mib = 1024 * 1024;

  it.each([['gzip', gzipSync], ['br', brotliCompressSync]] as const)('may come as %s, and is counted unfolded', async (coding, compress) => {
    answer = html(compress('x'.repeat(mib)), { 'content-encoding': coding });
    expect((await outside().get(strange(), HTML)).body).toHaveLength(mib);
    answer = html(compress('x'.repeat(mib + 1)), { 'content-encoding': coding });
    expect(await reasonOf(outside().get(strange(), HTML))).toBe('SIZE');
  });

  it('that is too large, of another type, in an unknown coding or no success is refused', async () => {
    answer = html('x'.repeat(mib + 1));
    expect(await reasonOf(outside().get(strange(), HTML))).toBe('SIZE');
    for (const type of ['image/png', 'text/htmlx', '']) {
      answer = html('x', { 'content-type': type });
      expect(await reasonOf(outside().get(strange(), HTML))).toBe('TYPE');
    }
    answer = html('x', { 'content-encoding': 'zstd' });
    expect(await reasonOf(outside().get(strange(), HTML))).toBe('TYPE');
    for (const status of [204, 206, 304, 401, 404, 500]) {
      answer = (_request, response) => response.writeHead(status, { 'content-type': 'text/html' }).end();
      expect(await reasonOf(outside().get(strange(), HTML))).toBe('STATUS');
    }
  });

  it.each<[string, RequestListener]>([
    ['never begins', () => undefined],
    ['drips', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    }],
    ['redirects for ever so slowly', (_request, response) => void setTimeout(() => response.writeHead(302, { location: '/' }).end(), 120)],
  ])('that %s runs out of time', async (_how, listener) => {
    answer = listener;
    const client = new WebClient({ allow: ({ port }) => port === portOf(stranger), timeoutMs: 300 });
    expect(await reasonOf(client.get(strange(), HTML))).toBe('TIMEOUT');
  });

  it('is asked for without cookies, credentials or a proxy', async () => {
    let seen: http.IncomingHttpHeaders = {};
    answer = (request, response) => {
      seen = request.headers;
      html('x', { 'set-cookie': 'a=b' })(request, response);
    };
    const before = { ...process.env };
    Object.assign(process.env, { HTTP_PROXY: `http://127.0.0.1:${portOf(canary)}`, http_proxy: `http://127.0.0.1:${portOf(canary)}`, NODE_USE_ENV_PROXY: '1' });
    try {
      const client = outside();
      for (let times = 0; times < 2; times += 1) await client.get(strange(), HTML);
    } finally {
      for (const name of ['HTTP_PROXY', 'http_proxy', 'NODE_USE_ENV_PROXY']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    expect(Object.keys(seen).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    expect(hits).toEqual([]);
  });
});
