import type { Config } from '@fanfare/kernel';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { secure } from './security-headers.js';

/** Refuses a Host that no address can be made of: what comes after would fail on it. */
export function refuseOddTargets(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!URL.canParse(`http://${request.hostname}/`)) return reply.status(400).send(badRequest('The Host header is not valid.'));
  });
}

/** Answers what the router cannot read (`/%zz`), which it does before any hook runs. */
export function refusedByRouter(config: Config) {
  return (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    secure(reply, config);
    void reply.status(400).send(badRequest('The address is not valid.'));
  };
}

function badRequest(message: string) {
  return { statusCode: 400, error: 'Bad Request', message };
}
