import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 180_000;

/** The built API in a process of its own, on one port for all its lives. */
export class ApiProcess {
  private child: ChildProcess | null = null;
  private output = '';

  private constructor(
    private readonly port: number,
    private readonly databaseUrl: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** @param env what an operator sets beside the database */
  static async start(databaseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
    const api = new ApiProcess(await freePort(), databaseUrl, env);
    await api.start();
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const child = this.child!;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Starts it (again) and waits until it is ready. */
  async start(): Promise<void> {
    this.output = '';
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, DATABASE_URL: this.databaseUrl, PORT: String(this.port), SEED_DEMO: '0', ...this.env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    await this.ready();
  }

  /** Ends it in peace. */
  async stop(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  /** Whatever the API answers a visitor, or whose token this is. */
  async ask<Data>(query: string, token: string | null = null): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query }),
    });
    return ((await response.json()) as { data: Data }).data;
  }

  private async ready(): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (Date.now() < deadline) {
      if (this.child!.exitCode !== null) break;
      if (await fetch(`${this.url}/readyz`).then((response) => response.ok, () => false)) return;
      await delay(25);
    }
    throw new Error(`The API did not become ready:\n${this.output}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
