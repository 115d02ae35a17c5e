import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SERVER = `
export async function handle(request, services) {
  const { pathname } = new URL(request.url);
  if (pathname === '/boom') throw new Error('a secret of the inside');
  if (pathname === '/echo') return Response.json({ url: request.url, method: request.method, ...(await services.execute('{ viewer { account { id } } }')) });
  if (pathname === '/away') return new Response(null, { status: 302, headers: { location: '/', 'cache-control': 'public, max-age=60' } });
  const html = '<!doctype html><script nonce="' + services.nonce + '">1</script><p>' + request.url + '</p>';
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=60' } });
}`;

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "secret": true }',
  'client/assets/app-abc123.js': 'console.log(1)',
  'client/hero.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

/**
 * A web app of a few lines, built as the real one is laid out: for what the api owes every page.
 *
 * @param server the text of another `server/index.js`
 */
export function fakeWeb(server = SERVER): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'fanfare-web-'));
  for (const [name, text] of Object.entries({ ...FILES, 'server/index.js': server })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
