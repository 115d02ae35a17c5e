import type { ApolloServer } from '@apollo/server';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import { type HttpFacts, RequestContext } from '@fanfare/graphql';
import { type Config, newId } from '@fanfare/kernel';
import { MEDIA_PATH } from '@fanfare/media';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { factsOf, jarOf } from '../graphql/context.js';
import { pagePolicy } from './security-headers.js';

/** What the built web app needs of the process that renders it. Its other half is `apps/web/server/handle.ts`. */
interface WebServices {
  /** Runs a document with the reader's own rights: guards and limits apply, no network hop is made. */
  execute(document: string, variables?: Record<string, unknown>): Promise<{ data?: unknown; errors?: readonly unknown[] }>;
  readonly nonce: string;
  /** What the public calls us, without a trailing slash. */
  readonly origin: string;
  /** Quoted on error pages. */
  readonly requestId: string;
  readonly devTools: boolean;
  /** The bytes of a picture of ours by its path, as everybody may see it; null where there is none. No network hop is made. */
  picture(path: string): Promise<Uint8Array | null>;
  logError(error: unknown): void;
}

interface WebBuild {
  handle(request: Request, services: WebServices): Promise<Response>;
}

const log = new Logger('Pages');
const A_YEAR_SECONDS = 31_536_000;

/** Serves the web app: files with a hash in their name for ever, pages rendered with the reader's rights and never cached. */
export async function addPages(server: FastifyInstance, apollo: ApolloServer<RequestContext>, config: Config, webRoot: string): Promise<void> {
  const client = join(webRoot, 'client');
  const build = (await import(pathToFileURL(join(webRoot, 'server', 'index.js')).href)) as WebBuild;
  await server.register(fastifyStatic, {
    root: client,
    wildcard: false,
    index: false,
    cacheControl: false,
    // The web build puts a .br and a .gz beside its texts.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(client, 'assets'));
      reply.header('cache-control', hashed ? `public, max-age=${A_YEAR_SECONDS}, immutable` : 'public, max-age=3600');
      // Artwork that a brand uploads may be SVG: a script inside it must not run when it is opened by itself.
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
    },
  });
  server.get('/*', async (request, reply) => page(build, apollo, config, request, reply, (path) => pictureAt(server, path)));
}

async function page(build: WebBuild, apollo: ApolloServer<RequestContext>, config: Config, request: FastifyRequest, reply: FastifyReply, picture: WebServices['picture']) {
  const nonce = randomBytes(16).toString('base64');
  const requestId = newId();
  const facts = isKept(request.url) ? asVisitor(factsOf(request)) : factsOf(request);
  const context = () => new RequestContext(facts, jarOf(reply, config.publicUrl.startsWith('https:')));
  const response = await build.handle(toFetchRequest(request, config), {
    execute: (query, variables) => execute(apollo, context(), query, variables),
    nonce,
    origin: config.publicUrl,
    requestId,
    devTools: !config.production,
    picture,
    logError: (error) => log.error(`${requestId} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  reply.status(response.status);
  response.headers.forEach((value, name) => void (name === 'set-cookie' || reply.header(name, value)));
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  const html = response.headers.get('content-type')?.startsWith('text/html');
  if (html) reply.header('content-security-policy', pagePolicy(nonce, config));
  if (html || !response.headers.has('cache-control')) reply.header('cache-control', 'private, no-store');
  return reply.send(response.body ? Readable.fromWeb(response.body as never) : undefined); // not null: that is JSON, and no HEAD can end with it
}

/** Feeds, sitemaps and cards to share, which proxies may keep for everybody. */
function isKept(target: string): boolean {
  return /\.(atom|xml|png)$/.test(target.split('?')[0]!);
}

/** What is kept for everybody is made for nobody in particular: who asks sees more than others of what is their own. */
function asVisitor({ headers, ...facts }: HttpFacts): HttpFacts {
  const { cookie: _cookie, authorization: _authorization, ...others } = headers;
  return { ...facts, headers: others };
}

async function pictureAt(server: FastifyInstance, path: string): Promise<Uint8Array | null> {
  if (!path.startsWith(`${MEDIA_PATH}/`)) return null;
  const { statusCode, rawPayload } = await server.inject({ method: 'GET', url: path });
  return statusCode === 200 ? rawPayload : null;
}

async function execute(apollo: ApolloServer<RequestContext>, contextValue: RequestContext, query: string, variables?: Record<string, unknown>) {
  const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('Incremental delivery is not used');
  return body.singleResult;
}

/** The request as the web platform knows it. Only what pages are asked with. */
function toFetchRequest(request: FastifyRequest, config: Config): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  return new Request(urlOf(request.url, config), { method: request.method, headers });
}

/** The address asked for. The host is ours, whatever the client says: `//elsewhere` and `/\\elsewhere` are paths. */
function urlOf(target: string, config: Config): URL {
  const [path = '', ...search] = target.split('?');
  const url = new URL(config.publicUrl);
  url.pathname = path.replace(/^[/\\]+/, '/');
  url.search = search.join('?');
  return url;
}
