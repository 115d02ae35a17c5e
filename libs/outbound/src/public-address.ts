import ipaddr from 'ipaddr.js';

/** What the internet hands out to hosts. Everything else in IPv6 is special, or nobody's. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one that a stranger's server can have: global unicast. Loopback, private and shared networks, link-local,
 * multicast, documentation, benchmarking, and every way of writing an IPv4 address inside an IPv6 one (mapped, translated by
 * NAT64, 6to4, Teredo) are not. What cannot be read is not either.
 *
 * @param address as a resolver gives it: `192.0.2.1` or `2001:db8::1`, no other spelling
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === 'unicast';
  if (!ipaddr.IPv6.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.match(GLOBAL_UNICAST) && parsed.range() === 'unicast';
}
