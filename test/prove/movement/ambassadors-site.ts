import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page of an ambassador says; nothing for one that does not answer. */
export interface SitePage {
  readonly title: string;
  readonly words: string;
}

/** The ambassadors' sites, all on one port of loopback. */
export class AmbassadorsSite {
  /** By path; a path that is not there answers 404, and `null` never answers at all. */
  readonly pages = new Map<string, SitePage | null>();
  visits = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(): Promise<AmbassadorsSite> {
    const server = http.createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const site = new AmbassadorsSite(server, (server.address() as AddressInfo).port);
    server.on('request', (request, response) => site.answer(request.url ?? '/', response));
    return site;
  }

  addressOf(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(path: string, response: http.ServerResponse): void {
    this.visits += 1;
    const page = this.pages.get(path);
    if (page === null) return void response.destroy();
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ? `<!doctype html><title>${page.title}</title><article>${page.words}</article>` : 'Nothing here.');
  }
}
