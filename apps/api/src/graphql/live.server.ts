import { Inject, Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { formatError, GRAPHQL_PATH, limitsRule, logUnexpected, MOST_ERRORS, MOST_TOKENS, RequestContext, withReference } from '@fanfare/graphql';
import { type Config, CONFIG, newId, Problem } from '@fanfare/kernel';
import {
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type Context, type SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { addressOf } from '../http/client-address.js';

const LARGEST_FRAME = 64 * 1024;
const MOST_SUBSCRIPTIONS = 20;
const MOST_SOCKETS_PER_ADDRESS = 50;

interface Disposable {
  dispose(): void | Promise<void>;
}

type Live = Context<Record<string, unknown>, Extra>;

/**
 * GraphQL over WebSocket, for subscriptions only. graphql-ws passes by every Apollo plugin, rule and error format, so all
 * of them are said again here: own Origin check, frame and parse limits, the same rules, the same errors.
 */
@Injectable()
export class LiveServer {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });
  private readonly perAddress = new Map<string, number>();
  private graphql: Disposable | null = null;

  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Serves upgrades of `/graphql` on a server that is about to listen. */
  attach(server: Server): void {
    this.graphql = useServer<Record<string, unknown>>(
      {
        isProd: true, // what goes wrong inside is told to nobody outside
        onSubscribe: (context, _id, payload) => this.prepare(context, payload),
        onError: (_context, _id, _payload, errors) => this.told(errors as GraphQLError[], newId()),
        onNext: (_context, _id, _payload, args, result) => {
          if (!result.errors) return undefined;
          return { ...result, errors: this.told(result.errors, (args.contextValue as RequestContext).requestId) };
        },
      },
      this.sockets,
    );
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.upgrade(request, socket, head));
  }

  /** Tells every client to come back elsewhere. */
  async close(): Promise<void> {
    const gone = this.graphql?.dispose();
    for (const socket of this.sockets.clients) setTimeout(() => socket.terminate(), 1_000).unref();
    await gone;
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy()); // a client that goes away in the middle is no reason to end the process
    const address = addressOf(request, this.config.trustedProxies);
    if (request.url?.split('?')[0] !== GRAPHQL_PATH) return refuse(socket, '404 Not Found');
    if (!this.isOwnOrigin(request)) return refuse(socket, '403 Forbidden');
    if ((this.perAddress.get(address) ?? 0) >= MOST_SOCKETS_PER_ADDRESS) return refuse(socket, '429 Too Many Requests');
    this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1);
    socket.once('close', () => this.leave(address));
    this.sockets.handleUpgrade(request, socket, head, (client) => this.welcome(client, request));
  }

  private welcome(client: WebSocket, request: IncomingMessage): void {
    this.sockets.emit('connection', client, request);
    // A frame too large, or one that is none, is the client's mistake and has closed the socket: graphql-ws would print it.
    client.removeAllListeners('error').on('error', () => undefined);
  }

  private leave(address: string): void {
    const left = (this.perAddress.get(address) ?? 1) - 1;
    if (left > 0) this.perAddress.set(address, left);
    else this.perAddress.delete(address);
  }

  /** A browser always says where its page comes from; a program that says nothing carries no cookie of ours. */
  private isOwnOrigin({ headers }: IncomingMessage): boolean {
    if (headers.origin === undefined) return headers.cookie === undefined;
    return headers.origin === new URL(this.config.publicUrl).origin;
  }

  /** What Apollo does before it executes: parse within limits, one kind of operation, the same rules. */
  private prepare(context: Live, payload: SubscribePayload): ExecutionArgs | GraphQLError[] {
    if (Object.keys(context.subscriptions).length > MOST_SUBSCRIPTIONS) return [refusal('subscriptions')];
    try {
      const document = parse(payload.query, { maxTokens: MOST_TOKENS });
      const operation = getOperationAST(document, payload.operationName);
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return [refusal('operation')];
      const { schema } = this.schemaHost;
      const found = validate(schema, document, this.rules, { maxErrors: MOST_ERRORS, hideSuggestions: this.config.production });
      if (found.length > 0) return [...found];
      const { operationName, variables: variableValues } = payload;
      const hideSuggestions = this.config.production;
      return { schema, document, operationName, variableValues, hideSuggestions, contextValue: this.contextOf(context) };
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError('INTERNAL', { originalError: error as Error })];
    }
  }

  private get rules() {
    return [...specifiedRules, limitsRule, ...(this.config.production ? [NoSchemaIntrospectionCustomRule] : [])];
  }

  /** Errors as they leave over HTTP: masked, five at most, logged under the reference that they carry. */
  private told(errors: readonly GraphQLError[], requestId: string): GraphQLError[] {
    logUnexpected(errors, requestId);
    const formatted = errors.slice(0, MOST_ERRORS).map((error) => formatError(error.toJSON(), error));
    return withReference(formatted, requestId) as unknown as GraphQLError[];
  }

  /** The token may come as a header of the upgrade or, from clients that cannot set one, in the connection's parameters. */
  private contextOf({ extra, connectionParams }: Live): RequestContext {
    const { headers } = extra.request;
    const token = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
    const authorization = typeof token === 'string' ? token : headers.authorization;
    const ip = addressOf(extra.request, this.config.trustedProxies);
    return new RequestContext({ headers: { ...headers, ...(authorization ? { authorization } : {}) }, ip });
  }
}

function refusal(what: string): GraphQLError {
  return new GraphQLError('QUERY_REFUSED', { originalError: new Problem('QUERY_REFUSED', { what }) });
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
