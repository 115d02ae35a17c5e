import { type CookieJar, type HttpFacts, RequestContext } from '@fanfare/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';

/** The context of an operation that came over HTTP. */
export function httpContext(secure: boolean) {
  return (request: FastifyRequest, reply: FastifyReply): RequestContext => new RequestContext(factsOf(request), jarOf(reply, secure));
}

export function factsOf(request: FastifyRequest): HttpFacts {
  return { headers: request.headers, ip: request.ip };
}

/** Cookies of ours are for the server only, and for our own pages only. */
export function jarOf(reply: FastifyReply, secure: boolean): CookieJar {
  const always = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    set: (name, value, { maxAgeSeconds }) => void reply.setCookie(name, value, { ...always, maxAge: maxAgeSeconds }),
    clear: (name) => void reply.clearCookie(name, always),
  };
}
