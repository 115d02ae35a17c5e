import { lookup as dnsLookup } from 'node:dns/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';
import { readBody } from './read-body.js';
import { looksPublic, type WebAddress, webAddressOf } from './web-address.js';
import { WebProblem } from './web-problem.js';

/** Asks what addresses a name has. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** A place that is let through although it is not public. */
export interface Place {
  readonly address: string;
  readonly port: number;
}

export interface WebClientOptions {
  /** Instead of the system's resolver; for tests. */
  readonly resolve?: Resolve;
  /** Lets more through, for tests and development. Nothing when left out, and nothing in the environment changes that. */
  readonly allow?: (place: Place) => boolean;
  /** For the whole of a page, redirects included; five seconds when left out. */
  readonly timeoutMs?: number;
}

export interface WebPage {
  /** Where it was in the end. */
  readonly url: string;
  readonly contentType: string;
  readonly body: Buffer;
}

interface Wanted {
  /** The media types that are read; another is refused before its body. */
  readonly types: readonly string[];
}

const TIMEOUT_MS = 5_000;
const MOST_REDIRECTS = 5;
const MOST_BYTES = 1024 * 1024;
const MOST_HEADER_BYTES = 16 * 1024;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Reads pages that strangers name, and is the only thing that does: it reaches the public web and nothing else. A name is
 * resolved once, every address of it is checked, and the connection goes to one that was checked. Redirects are followed by
 * hand and judged anew. No cookie, no credential, no proxy, no connection that is used twice.
 */
export class WebClient {
  private readonly resolve: Resolve;
  private readonly allow: (place: Place) => boolean;
  private readonly timeoutMs: number;

  constructor(options: WebClientOptions = {}) {
    this.resolve = options.resolve ?? systemResolve;
    this.allow = options.allow ?? (() => false);
    this.timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /**
   * Reads a page: at most 1 MiB once decompressed, within five seconds, after at most five redirects.
   *
   * @throws WebProblem
   */
  async get(address: string, wanted: Wanted): Promise<WebPage> {
    const signal = AbortSignal.timeout(this.timeoutMs);
    try {
      return await this.follow(webAddressOf(address), wanted, signal);
    } catch (error) {
      if (signal.aborted) throw new WebProblem('TIMEOUT', null, { cause: error });
      throw error instanceof WebProblem ? error : new WebProblem('NETWORK', null, { cause: error });
    }
  }

  /** Whether an address could be on the public web, by its looks: where its name leads is only known when it is read. */
  accepts(address: string): boolean {
    try {
      const at = webAddressOf(address);
      if (!at.isName && this.allow({ address: at.host, port: at.port })) return true;
      return looksPublic(at) && (at.isName || isPublicAddress(at.host));
    } catch {
      return false;
    }
  }

  private async follow(first: WebAddress, wanted: Wanted, signal: AbortSignal): Promise<WebPage> {
    let at = first;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const response = await this.ask(at, wanted, signal);
      if (!REDIRECTS.has(response.statusCode ?? 0)) return await pageOf(at, response, wanted, signal);
      response.destroy();
      at = webAddressOf(response.headers.location ?? '', at.url);
    }
    throw new WebProblem('REDIRECTS');
  }

  private async ask(at: WebAddress, { types }: Wanted, signal: AbortSignal): Promise<IncomingMessage> {
    const addresses = await this.placesOf(at, signal);
    const { request, Agent } = at.url.protocol === 'https:' ? https : http;
    return new Promise((settle, reject) => {
      const sent = request({
        protocol: at.url.protocol,
        hostname: at.host,
        port: at.port,
        path: `${at.url.pathname}${at.url.search}`,
        method: 'GET',
        headers: { host: at.url.host, accept: types.join(', '), 'accept-encoding': 'gzip, br', 'user-agent': 'Fanfare (rel=me)', connection: 'close' },
        agent: new Agent({ keepAlive: false }), // its own: the shared one may go through a proxy of the environment
        lookup: only(addresses),
        maxHeaderSize: MOST_HEADER_BYTES,
        rejectUnauthorized: true,
        signal,
      });
      sent.once('response', settle);
      sent.once('error', reject);
      sent.end();
    });
  }

  /** Where a request may go: every address of the name, and not one of them if any is not public. */
  private async placesOf(at: WebAddress, signal: AbortSignal): Promise<readonly string[]> {
    const addresses = at.isName ? await before(signal, this.resolve(at.host)) : [at.host];
    if (addresses.length === 0) throw new WebProblem('NETWORK');
    const isAllowed = addresses.every((address) => this.allow({ address, port: at.port }));
    if (isAllowed) return addresses;
    if (!looksPublic(at)) throw new WebProblem('URL');
    if (!addresses.every(isPublicAddress)) throw new WebProblem('ADDRESS');
    return addresses;
  }
}

async function pageOf(at: WebAddress, response: IncomingMessage, { types }: Wanted, signal: AbortSignal): Promise<WebPage> {
  try {
    if (response.statusCode !== 200) throw new WebProblem('STATUS', response.statusCode ?? null);
    const contentType = response.headers['content-type'] ?? '';
    if (!types.includes(contentType.split(';')[0]!.trim().toLowerCase())) throw new WebProblem('TYPE');
    return { url: at.url.href, contentType, body: await readBody(response, MOST_BYTES, signal) };
  } finally {
    response.destroy();
  }
}

async function systemResolve(name: string): Promise<readonly string[]> {
  return (await dnsLookup(name, { all: true })).map(({ address }) => address);
}

/** What the connection is told when it asks for the name: the addresses that were checked, and no second question. */
function only(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, options, answer) => {
    if (options.all) answer(null, found);
    else answer(null, found[0]!.address, found[0]!.family);
  };
}

/** A resolver cannot be stopped; it can be left alone. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((settle, reject) => {
    const late = () => reject(signal.reason as Error);
    if (signal.aborted) return late();
    signal.addEventListener('abort', late, { once: true });
    work.then(settle, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
