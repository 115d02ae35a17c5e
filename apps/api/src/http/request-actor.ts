import { isFromOurPages, type SessionService } from '@fanfare/access';
import { RequestContext } from '@fanfare/graphql';
import { type Actor, Problem } from '@fanfare/kernel';
import type { FastifyRequest } from 'fastify';
import { factsOf } from '../graphql/context.js';

/**
 * Who sends a request that is no GraphQL. As there, a cookie may change things on behalf of our own pages only; a bearer
 * token is sent by nobody uninvited.
 *
 * @throws Problem `CROSS_SITE_REQUEST`
 */
export async function actorOf(request: FastifyRequest, sessions: SessionService, publicUrl: string): Promise<Actor> {
  const { cookie, authorization } = request.headers;
  if (cookie && !authorization && !isFromOurPages(request.headers, publicUrl)) throw new Problem('CROSS_SITE_REQUEST');
  return sessions.actorOf(new RequestContext(factsOf(request)));
}
