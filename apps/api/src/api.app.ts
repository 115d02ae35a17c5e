import 'reflect-metadata';
import type { ApolloServer } from '@apollo/server';
import fastifyCookie from '@fastify/cookie';
import type { ApolloDriver } from '@nestjs/apollo';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Dispatcher, Schedules } from '@fanfare/events';
import { LARGEST_BODY, type RequestContext, shapePipe } from '@fanfare/graphql';
import type { Config } from '@fanfare/kernel';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { ApiModule } from './api.module.js';
import { LiveServer } from './graphql/live.server.js';
import { addCompression } from './http/compression.js';
import { addMedia } from './http/media.js';
import { addPages } from './http/pages.js';
import { refusedByRouter, refuseOddTargets } from './http/odd-targets.js';
import { Readiness } from './http/readiness.js';
import { addSecurityHeaders } from './http/security-headers.js';
import { addUnsubscribe } from './http/unsubscribe.js';

const REQUEST_TIMEOUT_MS = 30_000;
/** How long open requests keep us answering once we are asked to end; after that we stop listening. */
const LONGEST_NOTICE_MS = 5_000;

export interface Api {
  readonly app: NestFastifyApplication;
  /** Where it listens, with the real port. */
  readonly url: string;
  /** Readiness turns 503, open requests finish, connections end. */
  close(): Promise<void>;
}

interface ApiOptions {
  /** The folder of the built web app; without it there are no pages. */
  readonly webRoot?: string;
  /** How long others have to notice that we leave, before we stop listening. */
  readonly noticeMs?: number;
}

/** The whole api, listening. The database is migrated already. */
export async function startApi(config: Config, { webRoot, noticeMs = 0 }: ApiOptions = {}): Promise<Api> {
  const app = await createApi(config);
  const server = app.getHttpAdapter().getInstance();
  if (webRoot) await addPages(server as never, apolloOf(app), config, webRoot);
  app.get(LiveServer).attach(app.getHttpServer());
  await app.listen(config.port, config.host);
  if (config.workerInside) startWorker(app);
  return { app, url: await app.getUrl(), close: () => closeApi(app, noticeMs) };
}

/** The api with its routes but not listening, initialised. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(serverOptions(config) as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config), adapter, { logger: ['error', 'warn'], abortOnError: false });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  addSecurityHeaders(server, config);
  addCompression(server, config);
  refuseOddTargets(server);
  app.get(Readiness).watch(server);
  await app.register(fastifyCookie as never);
  app.useGlobalPipes(shapePipe);
  await addUnsubscribe(app);
  await app.init();
  addMedia(server, app, config);
  return app;
}

function serverOptions(config: Config) {
  return {
    bodyLimit: LARGEST_BODY,
    // A number alone is ignored by Fastify; the operator vouches that nobody reaches us past the proxies.
    trustProxy: config.trustedProxies > 0 ? (_address: string, hop: number) => hop < config.trustedProxies : false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: false },
    frameworkErrors: refusedByRouter(config),
    // Whoever offers another protocol (h2c, say) is served as if they had not.
    http: { shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket' },
  };
}

export function apolloOf(app: NestFastifyApplication): ApolloServer<RequestContext> {
  return app.get<GraphQLModule<ApolloDriver>>(GraphQLModule).graphQlAdapter.instance as unknown as ApolloServer<RequestContext>;
}

function startWorker(app: NestFastifyApplication): void {
  app.get(Dispatcher).start();
  app.get(Schedules).start();
}

async function closeApi(app: NestFastifyApplication, noticeMs: number): Promise<void> {
  await app.get(Readiness).leave(noticeMs, LONGEST_NOTICE_MS);
  await app.get(LiveServer).close();
  await Promise.all([app.get(Dispatcher).stop(), app.get(Schedules).stop()]);
  await app.close();
}
