import type { Config } from '@fanfare/kernel';
import type { IncomingHttpHeaders } from 'node:http';

export interface Credential {
  readonly token: string;
  /** A cookie comes along uninvited, so what it may do depends on where the request comes from. */
  readonly from: 'BEARER' | 'COOKIE';
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** `__Host-` binds the cookie to this very host; browsers accept it over https only. */
export function sessionCookieName(config: Config): string {
  return config.publicUrl.startsWith('https:') ? '__Host-fanfare_session' : 'fanfare_session';
}

/** The session token of a request. A bearer token wins: who sends one means it. */
export function credentialOf(headers: IncomingHttpHeaders, cookieName: string): Credential | null {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer) return TOKEN.test(bearer) ? { token: bearer, from: 'BEARER' } : null;
  const cookie = cookieIn(headers.cookie ?? '', cookieName);
  return cookie && TOKEN.test(cookie) ? { token: cookie, from: 'COOKIE' } : null;
}

/** Whether a browser asks for its session as a cookie: `fanfare-session: cookie`. */
export function asksForCookie(headers: IncomingHttpHeaders): boolean {
  return headers['fanfare-session'] === 'cookie';
}

/** Whether a request was sent by a page of ours: by its origin, or by the browser's own word. */
export function isFromOurPages(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  if (headers.origin !== undefined && headers.origin === new URL(publicUrl).origin) return true;
  const site = headers['sec-fetch-site'];
  return site === 'same-origin' || site === 'none';
}

function cookieIn(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
