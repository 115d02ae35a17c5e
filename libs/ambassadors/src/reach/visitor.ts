import { isbot } from 'isbot';
import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** What is known of a request that follows a link, for as long as it is answered. */
export interface Visit {
  readonly ip: string;
  readonly userAgent: string;
  /** The headers Purpose and Sec-Purpose: a browser that looks ahead says so. */
  readonly purpose: string;
}

export type Visitor = 'ROBOT' | 'NOBODY' | { readonly visitor: Buffer; readonly network: Buffer };

const HASH_BYTES = 16;

/**
 * Who comes: a program (by the list that `isbot` maintains, or without a name), nobody yet (a page that a browser loads in case
 * it is wanted), or a person, as a hash that means nothing once the day's salt is erased.
 */
export function visitorOf(visit: Visit, linkId: string, salt: Buffer): Visitor {
  if (/\bpre(fetch|render|view)\b/i.test(visit.purpose)) return 'NOBODY';
  if (visit.userAgent.trim() === '' || isbot(visit.userAgent)) return 'ROBOT';
  const network = networkOf(visit.ip);
  return { visitor: hash(salt, 'visitor', linkId, network, visit.userAgent), network: hash(salt, 'network', linkId, network) };
}

/** An address of the internet; of version 6 the network a household is given, in which its machines change theirs at will. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1]!;
  if (!isIPv6(ip)) return ip;
  const [head = '', tail] = ip.split('%')[0]!.toLowerCase().split('::') as [string, string?];
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

function hash(salt: Buffer, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', salt).update(JSON.stringify(parts)).digest().subarray(0, HASH_BYTES);
}
