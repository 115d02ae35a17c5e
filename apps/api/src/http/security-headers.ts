import type { Config } from '@fanfare/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';

const TWO_YEARS_SECONDS = 63_072_000;

/** Headers that every answer carries; pages replace the policy by their own with a nonce. */
export function addSecurityHeaders(server: FastifyInstance, config: Config): void {
  server.addHook('onRequest', async (_request, reply) => void secure(reply, config));
}

/** The same for one answer, where no hook runs: what the router refuses. */
export function secure(reply: FastifyReply, { production, publicUrl }: Config): void {
  void reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  if (production && publicUrl.startsWith('https:')) {
    void reply.header('strict-transport-security', `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
  }
}

/** The policy of a page: its own scripts by nonce, nothing from elsewhere. Styles may be inline, scripts never. */
export function pagePolicy(nonce: string, config: Config): string {
  const live = config.publicUrl.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${live}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(config.production && config.publicUrl.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
