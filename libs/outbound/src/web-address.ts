import { isIP } from 'node:net';
import { WebProblem } from './web-problem.js';

const LONGEST_URL = 2_000;
const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Names that never lead to the public internet. */
const LOCAL_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|localdomain|onion|test|invalid|home\.arpa)$/;

/** Where a request goes. */
export interface WebAddress {
  readonly url: URL;
  /** A name in ASCII without a trailing dot, or an address without brackets. */
  readonly host: string;
  readonly port: number;
  readonly isName: boolean;
}

/**
 * Reads an address as browsers do, so that every odd spelling of a host (`0x7f.1`, `2130706433`, full-width digits, a trailing
 * dot) becomes the plain one before it is judged.
 *
 * @throws WebProblem `URL` for what is not http or https, carries credentials, or is too long or no address at all
 */
export function webAddressOf(text: string | URL, base?: URL): WebAddress {
  const url = parsed(text, base);
  const usual = PORTS[url.protocol];
  if (usual === undefined || url.username !== '' || url.password !== '') throw new WebProblem('URL');
  url.hash = '';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  return { url, host, port: url.port === '' ? usual : Number(url.port), isName: isIP(host) === 0 };
}

/** Whether it looks like something on the public web: a usual port, and a name that could be registered. */
export function looksPublic({ host, port, isName }: WebAddress): boolean {
  if (port !== 80 && port !== 443) return false;
  return !isName || (host.includes('.') && !host.startsWith('.') && !host.includes('..') && !LOCAL_NAMES.test(host));
}

function parsed(text: string | URL, base: URL | undefined): URL {
  const given = String(text);
  // White space and control characters inside are dropped by the parser; nobody types them into an address they mean.
  if (given.length > LONGEST_URL || /[\u0000-\u0020\u007f\\]/.test(given)) throw new WebProblem('URL');
  try {
    return new URL(given, base);
  } catch (error) {
    throw new WebProblem('URL', null, { cause: error });
  }
}
