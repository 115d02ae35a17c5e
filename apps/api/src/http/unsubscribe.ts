import { UnsubscribeService } from '@fanfare/notifications';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const LARGEST_BODY = 10_000;

/**
 * `POST /mail/unsubscribe/:token`: stops mails without signing in. Mail programs call it for their readers (RFC 8058), with
 * either kind of form; so does the button of the page at the same address. A GET never stops anything: programs that
 * look at links before people do would.
 */
export async function addUnsubscribe(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const unsubscribe = app.get(UnsubscribeService, { strict: false });
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Whatever the form says: the address is what counts.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_request, _body, done) => done(null, null));
    scope.post('/mail/unsubscribe/:token', { bodyLimit: LARGEST_BODY }, (request, reply) => stop(unsubscribe, request, reply));
  });
}

async function stop(unsubscribe: UnsubscribeService, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { token } = request.params as { token: string };
  const stopped = await unsubscribe.stop(token);
  void reply.header('cache-control', 'no-store');
  if (request.headers.accept?.includes('text/html')) return reply.redirect(`/mail/unsubscribe/${encodeURIComponent(token)}`, 303);
  return stopped ? reply.send('Unsubscribed\n') : reply.status(404).send('No such subscription\n');
}
