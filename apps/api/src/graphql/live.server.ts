import { Inject, Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { formatError, limitsRule, logUnexpected, MOST_TOKENS, RequestContext, withReference } from '@fanfare/graphql';
import { type Config, CONFIG, Problem } from '@fanfare/kernel';
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
import { type SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';

const LARGEST_FRAME = 64 * 1024;
const MOST_SUBSCRIPTIONS = 20;
const MOST_SOCKETS_PER_ADDRESS = 50;
const PATH = '/graphql';

interface Disposable {
  dispose(): void | Promise<void>;
}

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
    this.graphql = useServer<Record<string, unknown>, { context: RequestContext }>(
      {
        onSubscribe: (context, _id, payload) => this.prepare(context, payload),
        onError: (_context, _id, _payload, errors) => this.format(errors as GraphQLError[]),
        onNext: (_context, _id, _payload, args, result) => {
          if (!result.errors) return undefined;
          const { requestId } = args.contextValue as RequestContext;
          logUnexpected(result.errors, requestId);
          return { ...result, errors: this.format(result.errors, requestId) as never };
        },
      },
      this.sockets,
    );
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.upgrade(request, socket, head));
  }

  /** Tells every client to come back elsewhere. */
  async close(): Promise<void> {
    await this.graphql?.dispose();
    for (const socket of this.sockets.clients) socket.terminate();
    this.sockets.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = request.socket.remoteAddress ?? '';
    if (request.url?.split('?')[0] !== PATH) return refuse(socket, '404 Not Found');
    if (!this.isOwnOrigin(request)) return refuse(socket, '403 Forbidden');
    if ((this.perAddress.get(address) ?? 0) >= this.mostPerAddress) return refuse(socket, '429 Too Many Requests');
    this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1);
    socket.once('close', () => this.leave(address));
    this.sockets.handleUpgrade(request, socket, head, (client) => this.sockets.emit('connection', client, request));
  }

  /** Behind a proxy every client has the proxy's address. */
  private get mostPerAddress(): number {
    return this.config.trustedProxies > 0 ? Infinity : MOST_SOCKETS_PER_ADDRESS;
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

  private prepare(context: { extra: Extra; connectionParams?: Record<string, unknown>; subscriptions: object }, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
    const errors = (found: readonly GraphQLError[]) => this.format(found) as unknown as GraphQLError[];
    if (Object.keys(context.subscriptions).length > MOST_SUBSCRIPTIONS) return errors([refusal('subscriptions')]);
    try {
      const document = parse(payload.query, { maxTokens: MOST_TOKENS });
      const operation = getOperationAST(document, payload.operationName);
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return errors([refusal('operation')]);
      const found = validate(this.schemaHost.schema, document, this.rules, { maxErrors: 5, hideSuggestions: this.config.production });
      if (found.length > 0) return errors(found);
      return {
        schema: this.schemaHost.schema,
        document,
        operationName: payload.operationName,
        variableValues: payload.variables,
        contextValue: contextOf(context),
      };
    } catch (error) {
      return errors([error as GraphQLError]);
    }
  }

  private get rules() {
    return [...specifiedRules, limitsRule, ...(this.config.production ? [NoSchemaIntrospectionCustomRule] : [])];
  }

  private format(errors: readonly GraphQLError[], requestId = ''): GraphQLError[] {
    const formatted = errors.map((error) => formatError(withCode(error), error));
    return withReference(formatted, requestId) as unknown as GraphQLError[];
  }
}

/** The token may come as a header of the upgrade or, from clients that cannot set one, in the connection's parameters. */
function contextOf({ extra, connectionParams }: { extra: Extra; connectionParams?: Record<string, unknown> }): RequestContext {
  const { headers, socket } = extra.request;
  const token = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
  const authorization = typeof token === 'string' ? token : headers.authorization;
  return new RequestContext({ headers: { ...headers, ...(authorization ? { authorization } : {}) }, ip: socket.remoteAddress ?? '' });
}

function refusal(what: string): GraphQLError {
  return new GraphQLError('QUERY_REFUSED', { originalError: new Problem('QUERY_REFUSED', { what }) });
}

/** graphql-js gives its own errors no code; Apollo does, and so do we. */
function withCode(error: GraphQLError) {
  const json = error.toJSON();
  if (json.extensions?.['code'] || error.originalError) return json;
  const code = error.message.startsWith('Syntax Error') ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED';
  return { ...json, extensions: { code } };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
