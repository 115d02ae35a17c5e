import { SessionService } from '@fanfare/access';
import { RequestContext } from '@fanfare/graphql';
import { type Actor, type Config, Problem, VISITOR } from '@fanfare/kernel';
import { isPictureKind, KIND_RULES, MEDIA_PATH, pathOf, type PictureRow, PicturesService, plainForm, srcsetOf } from '@fanfare/media';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { factsOf } from '../graphql/context.js';
import { answerProblem } from './problem-answer.js';
import { actorOf } from './request-actor.js';

const A_YEAR_SECONDS = 31_536_000;

interface PictureRequest {
  readonly Params: { readonly id: string; readonly file: string };
}

/**
 * Pictures in and out, outside GraphQL: a body goes to a temporary file as it comes, never whole into memory.
 *
 * `POST /media?kind=AVATAR`, the file as the body, answers 201 with the picture; refusals have GraphQL's shape.
 * `GET /media/ID/WIDTH.TYPE` answers the file, to be kept for ever; that of something withheld, to its author and moderators.
 */
export function addMedia(server: FastifyInstance, app: NestFastifyApplication, config: Config): void {
  const pictures = app.get(PicturesService, { strict: false });
  const sessions = app.get(SessionService, { strict: false });
  void server.register(async (scope) => {
    // Here and nowhere else a body of any type passes unread. What it is, its bytes say.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.post(MEDIA_PATH, async (request, reply) => {
      try {
        return await reply.status(201).send(asJson(await upload(request, pictures, sessions, config)));
      } catch (error) {
        request.raw.resume(); // let the client finish, so that it hears why
        return answerProblem(reply.header('connection', 'close'), error, 'POST /media');
      }
    });
    scope.get<PictureRequest>(`${MEDIA_PATH}/:id/:file`, (request, reply) => give(request.params, reply, pictures, () => readerOf(request, sessions)));
  });
}

async function upload(request: FastifyRequest, pictures: PicturesService, sessions: SessionService, config: Config): Promise<PictureRow> {
  const { kind } = request.query as { kind?: unknown };
  const actor = await actorOf(request, sessions, config.publicUrl);
  if (!isPictureKind(kind)) throw new Problem('INVALID_INPUT', { field: 'kind' });
  const { mostBytes } = KIND_RULES[kind];
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new Problem('PICTURE_TOO_LARGE', { maxBytes: mostBytes });
  return pictures.upload(actor, kind, (request.body as IncomingMessage | undefined) ?? request.raw);
}

/** The same as `Picture` in the schema. */
function asJson(picture: PictureRow) {
  const { id, kind, width, height, color, alt, forms } = picture;
  return { id, kind, width, height, color, alt, url: pathOf(id, forms.findLast((form) => form.type === forms[0]!.type)!), plainUrl: pathOf(id, plainForm(picture)), srcset: srcsetOf(picture) };
}

/** What is served is ours, made of pixels; it is still nobody's page, and no script in it would run. */
async function give({ id, file }: PictureRequest['Params'], reply: FastifyReply, pictures: PicturesService, reader: () => Promise<Actor>): Promise<FastifyReply> {
  try {
    const found = await pictures.file(id, file, reader);
    if (!found) throw new Problem('NOT_FOUND', { what: 'picture' });
    void reply.headers({
      'content-type': found.mime,
      'content-length': found.bytes,
      'cache-control': found.forAll ? `public, max-age=${A_YEAR_SECONDS}, immutable` : 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'content-disposition': 'inline',
    });
    return reply.send(found.body);
  } catch (error) {
    return answerProblem(reply, error, 'GET /media');
  }
}

/** Who looks at a picture; on another site's page, nobody in particular. */
async function readerOf(request: FastifyRequest, sessions: SessionService): Promise<Actor> {
  return request.headers['sec-fetch-site'] === 'cross-site' ? VISITOR : sessions.actorOf(new RequestContext(factsOf(request)));
}
