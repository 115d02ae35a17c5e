import { connect, createServer, type Server, type Socket } from 'node:net';

/** The way to a database, which a test can cut, silence and mend. */
export class DatabaseWire {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private silent = false;
  private port = 0;

  private constructor(private readonly target: URL) {}

  /** @param databaseUrl where the wire leads */
  static async to(databaseUrl: string): Promise<DatabaseWire> {
    const wire = new DatabaseWire(new URL(databaseUrl));
    await wire.mend();
    return wire;
  }

  /** The same database, reached through the wire. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  /** Every connection breaks, new ones are refused. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server!.close(resolve));
    for (const socket of this.sockets) socket.resetAndDestroy();
    await closed;
  }

  /** Connections stay open and nothing comes back: a firewall that drops. */
  silence(): void {
    this.silent = true;
  }

  async mend(): Promise<void> {
    this.silent = false;
    for (const socket of this.sockets) socket.destroy();
    if (this.server?.listening) return;
    this.server = createServer((socket) => this.lead(socket));
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as { port: number }).port;
  }

  private lead(socket: Socket): void {
    const onward = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [[socket, onward], [onward, socket]] as const) {
      this.sockets.add(one);
      one.on('data', (data) => void (this.silent || other.write(data)));
      one.on('error', () => undefined);
      one.on('close', () => (this.sockets.delete(one), other.destroy()));
    }
  }
}
