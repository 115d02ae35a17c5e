import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** A household or office holds a whole /64 of IPv6, so limits count that as one. */
const NETWORK_GROUPS = 4;

/** The network an address belongs to, for counting: IPv4 as it is, IPv6 by its first 64 bits. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  return expand(ip.split('%')[0]!).slice(0, NETWORK_GROUPS).join(':');
}

function expand(ip: string): string[] {
  const [head = '', tail = ''] = ip.toLowerCase().split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = Array.from({ length: Math.max(GROUPS - left.length - right.length, 0) }, () => '0');
  return [...left, ...(ip.includes('::') ? zeros : []), ...right].map((group) => group.replace(/^0+(?=.)/, ''));
}
