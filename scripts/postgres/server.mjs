/**
 * One PostgreSQL server process on one data directory: make it, start it, ask after it, stop it.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { Advice, adviceInText } from '../explain.mjs';
import { withClient } from './client.mjs';

const START_SECONDS = 120; // Crash recovery after a kill can take a while.
const STOP_SECONDS = 60;
const LOG_LIMIT_BYTES = 4 * 1024 * 1024;

/** The administrator's name, the same in every cluster of ours. */
export const ADMIN = 'postgres';

/** @returns {string} a password nobody chose */
export function newPassword() {
  return crypto.randomBytes(24).toString('base64url');
}

/**
 * Makes a data directory. It appears under its name only when it is whole, so a killed start leaves no half of one.
 * @param {{ home: string, binaries: any, identity: import('./identity.mjs').Identity, password: string, sync?: boolean }} options
 *   `home` is the directory that gets `cluster/`
 */
export function makeCluster({ home, binaries, identity, password, sync = true }) {
  const draft = fs.mkdtempSync(path.join(home, 'cluster.new-'));
  const secret = path.join(home, `password.new-${process.pid}`);
  try {
    fs.chmodSync(draft, 0o700);
    identity.own(draft);
    fs.writeFileSync(secret, password, { mode: 0o600 });
    identity.own(secret);
    runInitdb({ draft, secret, binaries, identity, sync });
    fs.renameSync(draft, path.join(home, 'cluster'));
  } finally {
    fs.rmSync(secret, { force: true });
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/** Orders come from PostgreSQL itself; pg_trgm still asks the system which characters are letters: the first it knows. */
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

function runInitdb({ draft, secret, binaries, identity, sync }) {
  let output = '';
  for (const characterType of CHARACTER_TYPES) {
    const result = identity.try(binaries.bin('initdb'), [
      '--pgdata', draft, '--username', ADMIN, '--pwfile', secret, '--auth', 'scram-sha-256',
      '--encoding', 'UTF8', '--locale', 'C', '--lc-ctype', characterType,
      '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8',
      ...(sync ? [] : ['--no-sync']),
    ], { env: serverEnvironment() });
    if (result.status === 0) return;
    output = `${result.stderr ?? ''}${result.error?.message ?? ''}`;
    if (!/invalid locale/i.test(output)) break;
  }
  throw new Advice(initdbFailure(output));
}

/** @param {string} output what initdb said */
export function initdbFailure(output) {
  const known = adviceInText(output);
  if (known) return known;
  if (/user does not exist/i.test(output)) {
    return 'PostgreSQL runs only as a user that the system knows by name: run as one of /etc/passwd, or set DATABASE_URL.';
  }
  return `PostgreSQL could not create its data directory: ${lastWords(output)}`;
}

/** The server sees nothing of the person's environment: a PGPORT or PGDATA set there must not leak in. */
function serverEnvironment() {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TZ'];
  const env = Object.fromEntries(kept.filter((name) => process.env[name]).map((name) => [name, process.env[name]]));
  return { ...env, LC_ALL: 'C' };
}

/**
 * Starts a server in its own session, so that Ctrl-C in the terminal reaches us first and we stop it last.
 * @param {{ home: string, binaries: any, identity: import('./identity.mjs').Identity, password: string,
 *   port?: number, settings?: Record<string, string> }} options `port` is the one to prefer
 * @returns {Promise<{ pid: number, port: number }>}
 */
export async function startServer(options) {
  for (let attempt = 1; ; attempt++) {
    const port = attempt === 1 && options.port ? options.port : await freePort();
    const outcome = await tryStart({ ...options, port });
    if (outcome.pid) return { pid: outcome.pid, port };
    const retriable = /Address already in use|could not bind|shared memory block .* is still in use/i.test(outcome.log);
    if (!retriable || attempt === 10) throw new Advice(startFailure(outcome.log, options.home));
    await delay(100 * attempt);
  }
}

function startFailure(log, home) {
  return adviceInText(log) ?? `PostgreSQL did not start: ${lastWords(log)} (log: ${path.join(home, 'postgres.log')})`;
}

async function tryStart({ home, binaries, identity, password, port, settings = {} }) {
  const logFile = path.join(home, 'postgres.log');
  const [log, offset] = openLog(logFile);
  const parameters = Object.entries({ ...baseSettings(port), ...settings }).flatMap(([k, v]) => ['-c', `${k}=${v}`]);
  const child = spawn(binaries.bin('postgres'), ['-D', path.join(home, 'cluster'), ...parameters], {
    ...identity.options, cwd: '/', detached: true, windowsHide: true, env: serverEnvironment(), stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  let ended = false;
  child.once('error', (error) => fs.appendFileSync(logFile, `FATAL: ${error.message}\n`));
  child.once('error', () => (ended = true)).once('exit', () => (ended = true)).unref();
  const ready = await poll(START_SECONDS, () => ended || answers(port, password));
  const said = () => fs.readFileSync(logFile).subarray(offset).toString();
  if (ended || !ready) return { log: said() };
  return { pid: child.pid, log: '' };
}

/** @returns {Record<string, string>} */
function baseSettings(port) {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
}

function openLog(file) {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) fs.renameSync(file, `${file}.1`);
  const log = fs.openSync(file, 'a', 0o600);
  return [log, fs.fstatSync(log).size];
}

async function answers(port, password) {
  return withClient({ port, user: ADMIN, password, database: 'postgres' }, () => true).catch(() => false);
}

/**
 * The server that already runs on this data directory: its process and port, or undefined when there is none.
 * @param {string} home
 * @param {string} password
 * @returns {Promise<{ pid: number, port: number } | undefined>}
 */
export async function runningServer(home, password) {
  const file = path.join(home, 'cluster', 'postmaster.pid');
  const [pid, , , port] = readLines(file).map(Number);
  if (!pid) return undefined;
  if (!isAlive(pid) || belongsToAnother(pid, home)) {
    takeOverPidFile(file);
    return undefined;
  }
  if (await poll(START_SECONDS, async () => !isAlive(pid) || (await isOurs(port, password, home)))) {
    return isAlive(pid) ? { pid, port } : undefined;
  }
  throw new Advice(`A PostgreSQL (process ${pid}) holds ${home} but does not answer: end it, then run the same command again.`);
}

/**
 * PostgreSQL refuses to start while the number in the pid file of a killed server belongs to a stranger, or to a process
 * that ended but that nobody waited for. It ignores its parent's, though, which we are about to be; and with the rest of
 * the file in place it still makes sure that no process of the killed server uses its memory.
 */
function takeOverPidFile(file) {
  const [, ...rest] = readLines(file);
  fs.writeFileSync(file, [process.pid, ...rest].join('\n'));
}

function readLines(file) {
  try {
    return fs.readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Linux tells what a process runs; elsewhere we leave the question to PostgreSQL itself. */
function belongsToAnother(pid, home) {
  try {
    return !fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path.join(home, 'cluster'));
  } catch {
    return false;
  }
}

async function isOurs(port, password, home) {
  if (!port) return false;
  const connection = { port, user: ADMIN, password, database: 'postgres' };
  return withClient(connection, async (client) => {
    const { rows } = await client.query('show data_directory');
    return fs.realpathSync(rows[0].data_directory) === fs.realpathSync(path.join(home, 'cluster'));
  }).catch(() => false);
}

/**
 * Asks a server to stop and waits until its process is gone: `SIGINT` rolls back what is open and writes all out,
 * `SIGQUIT` just ends.
 * @param {number} pid
 * @param {{ signal?: NodeJS.Signals }} [options]
 */
export async function stopServer(pid, { signal = 'SIGINT' } = {}) {
  if (!isAlive(pid)) return;
  process.kill(pid, signal);
  if (await poll(STOP_SECONDS, () => !isAlive(pid))) return;
  process.kill(pid, 'SIGQUIT');
  await poll(10, () => !isAlive(pid));
}

/**
 * Whether a process runs. One that has ended but that nobody has waited for (a container without an init) does not.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

function isZombie(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].startsWith('Z');
  } catch {
    return false;
  }
}

/** Asks until the answer is yes or the time is over. */
export async function poll(seconds, question) {
  const deadline = Date.now() + seconds * 1000;
  for (let wait = 10; ; wait = Math.min(wait * 1.5, 250)) {
    if (await question()) return true;
    if (Date.now() > deadline) return false;
    await delay(wait);
  }
}

/** @returns {Promise<number>} a port of the loopback that nobody listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

function lastWords(output) {
  const lines = output.split('\n').filter((line) => line.trim());
  const telling = lines.filter((line) => /FATAL|PANIC|error:/.test(line)).at(-1) ?? lines.at(-1) ?? 'it said nothing';
  return telling.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim();
}
