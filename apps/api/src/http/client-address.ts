import type { IncomingMessage } from 'node:http';

/**
 * Where a request comes from, as Fastify sees it too: each trusted proxy vouches for one entry of X-Forwarded-For, from the
 * right. Nothing further left is believed, since the client writes that itself.
 */
export function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map((entry) => entry.trim()).filter(Boolean);
  const chain = [socket.remoteAddress ?? '', ...forwarded.reverse()];
  return chain[Math.min(trustedProxies, chain.length - 1)]!;
}
