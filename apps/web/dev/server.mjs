/** Serves the built web app on sample data: `node apps/web/dev/server.mjs [port]`. The cookie `sample=fan` signs in. */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { buildSchema, graphql } from 'graphql';
import { sampleRoot } from './sample.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BUILD = path.resolve(ROOT, process.env.WEB_BUILD_DIR ?? 'dist/web');
const CLIENT = path.join(BUILD, 'client');
const PORT = Number(process.argv[2] ?? 3100);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };

const schema = buildSchema(fs.readFileSync(path.join(ROOT, 'schema.graphql'), 'utf8'));
const { handle } = await import(path.join(BUILD, 'server/index.js'));

/** Default resolution, with the arguments handed to functions of the sample. */
function execute(request, source, variableValues) {
  const who = /(?:^|; )sample=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  return graphql({ schema, source, variableValues, rootValue: sampleRoot(who) });
}

function services(request) {
  return {
    execute: (document, variables) => execute(request, document, variables),
    nonce: 'sample',
    origin: `http://localhost:${PORT}`,
    requestId: 'sample',
    picture: async () => null,
    devTools: true,
    logError: (error) => console.error(error),
  };
}

async function answerPage(request, response) {
  const url = `http://localhost:${PORT}${request.url}`;
  const answer = await handle(new Request(url, { method: request.method, headers: request.headers }), services(request));
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'content-security-policy': "default-src 'self'; script-src 'self' 'nonce-sample'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws:",
  });
  if (answer.body) Readable.fromWeb(answer.body).pipe(response);
  else response.end();
}

async function answerQuery(request, response) {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { query, variables } = JSON.parse(body);
  const answer = await execute(request, query, variables);
  const cookie = /signIn\(/.test(query) ? ['sample=fan; path=/'] : /signOut\(/.test(query) ? ['sample=; path=/; max-age=0'] : [];
  response.writeHead(200, { 'content-type': 'application/json', ...(answer.data && cookie.length ? { 'set-cookie': cookie } : {}) });
  response.end(JSON.stringify(answer));
}

http
  .createServer((request, response) => {
    const file = path.join(CLIENT, path.normalize(new URL(request.url, 'http://x').pathname));
    if (request.method === 'POST') return answerQuery(request, response);
    if (file.startsWith(CLIENT) && fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
      return fs.createReadStream(file).pipe(response);
    }
    return answerPage(request, response).catch((error) => response.writeHead(500).end(String(error?.stack)));
  })
  .listen(PORT, '127.0.0.1', () => console.log(`http://localhost:${PORT}`));
