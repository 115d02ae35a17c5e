import { WebSocket } from 'ws';
import type { GraphqlError } from './client.js';

interface Options {
  readonly headers?: Record<string, string>;
  readonly origin?: string;
  /** Sent with connection_init. */
  readonly params?: Record<string, unknown>;
  /** The WebSocket subprotocols offered; graphql-transport-ws when left out. */
  readonly protocols?: string[];
}

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** What a server says first to an operation. */
export interface Reply {
  readonly type: 'next' | 'error' | 'complete';
  readonly data: Record<string, any> | null;
  readonly errors: readonly GraphqlError[];
  readonly code: string | null;
}

/** A WebSocket that speaks graphql-transport-ws by hand, so that a test may also speak it wrongly. */
export class Live {
  /** The code of the close frame, once closed. */
  readonly closed: Promise<number>;
  private readonly inbox: Message[] = [];
  private readonly waiting = new Set<() => void>();
  private count = 0;

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      this.inbox.push(JSON.parse(String(data)) as Message);
      for (const wake of this.waiting) wake();
    });
    void this.closed.then(() => this.waiting.forEach((wake) => wake()));
  }

  /** An open socket that has said nothing yet. Rejects with `HTTP <status>` when the upgrade is refused. */
  static open(url: string, { headers, origin, protocols = ['graphql-transport-ws'] }: Options = {}): Promise<Live> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, protocols, { headers, origin });
    const live = new Live(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(live));
      socket.once('unexpected-response', (request, response) => {
        request.destroy();
        reject(new Error(`HTTP ${response.statusCode}`));
      });
      socket.once('error', reject);
    });
  }

  /** A socket that is ready for operations. */
  static async connect(url: string, options: Options = {}): Promise<Live> {
    const live = await Live.open(url, options);
    live.send({ type: 'connection_init', payload: options.params ?? {} });
    await live.take((message) => message.type === 'connection_ack');
    return live;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Begins an operation; `next()` of the answer waits for its next message. */
  subscribe(query: string, variables: Record<string, unknown> = {}): { id: string; next: () => Promise<Reply> } {
    const id = String((this.count += 1));
    this.send({ id, type: 'subscribe', payload: { query, variables } });
    return { id, next: async () => replyOf(await this.take((message) => message.id === id)) };
  }

  /** The first answer to an operation. */
  ask(query: string, variables: Record<string, unknown> = {}): Promise<Reply> {
    return this.subscribe(query, variables).next();
  }

  /** Ends an operation. */
  complete(id: string): void {
    this.send({ id, type: 'complete' });
  }

  close(): void {
    this.socket.close();
  }

  private async take(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const at = this.inbox.findIndex(fits);
      if (at >= 0) return this.inbox.splice(at, 1)[0]!;
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`Closed with ${await this.closed}`);
      await new Promise<void>((resolve) => {
        const wake = () => (this.waiting.delete(wake), resolve());
        this.waiting.add(wake);
      });
    }
  }
}

function replyOf({ type, payload }: Message): Reply {
  const { data = null, errors = [] } = (Array.isArray(payload) ? { errors: payload } : (payload ?? {})) as Partial<Reply>;
  return { type: type as Reply['type'], data, errors, code: errors[0]?.extensions?.code ?? null };
}
