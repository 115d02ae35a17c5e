/** Whether the application can listen where it is told to. */
import net from 'node:net';
import { Advice } from './explain.mjs';

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ host: string, port: number }} port 0 leaves the choice to the system, as does one that is no number: the
 *   application complains about that one
 */
export function addressOf(env) {
  const port = Number(env.PORT || 3000);
  return { host: env.HOST || '127.0.0.1', port: Number.isInteger(port) && port >= 0 && port < 65536 ? port : 0 };
}

/**
 * Where this machine reaches the application: a listener on every address is reached on the loopback.
 * @param {{ host: string, port: number }} address
 * @param {{ port?: number, url?: string }} [ready] what the application said, when the system chose the port
 */
export function localOrigin({ host, port }, ready = {}) {
  const name = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${port || ready.port || new URL(ready.url ?? 'http://x').port}`;
}

/** @param {{ host: string, port: number }} address @returns {Promise<string | undefined>} the error's code, or undefined */
export function tryListen({ host, port }) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(/** @type {any} */ (error).code ?? 'UNKNOWN'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** @param {{ host: string, port: number }} address @throws {Advice} when it is taken or not allowed */
export async function requireFreePort(address) {
  const code = await tryListen(address);
  if (code) throw new Advice(portTrouble(code, address));
}

/** @param {string} code @param {{ host: string, port: number }} address */
export function portTrouble(code, { host, port }) {
  const other = port < 65000 ? port + 1 : 3001;
  if (code === 'EADDRINUSE') return `Port ${port} is busy: stop what uses it, or choose another: PORT=${other} npm start`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user: choose one above 1023, such as PORT=3000 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host}: correct HOST, or leave it out.`;
  return `Cannot listen on ${host}:${port} (${code}): choose another HOST or PORT.`;
}
