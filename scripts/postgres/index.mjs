/**
 * The database of a clone: real PostgreSQL, made on first use, kept between starts, shared by the clone's processes and
 * stopped by the last one that leaves.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Advice } from '../explain.mjs';
import { ensureBinaries } from './binaries.mjs';
import { connectionUrl, withClient } from './client.mjs';
import { startEphemeral } from './ephemeral.mjs';
import { databaseHome } from './home.mjs';
import { databaseIdentity } from './identity.mjs';
import { makeReachable } from './places.mjs';
import { alone, guests, readJson, signIn, writeJson } from './mutex.mjs';
import { ADMIN, makeCluster, newPassword, runningServer, startServer, stopServer } from './server.mjs';

const NAME = 'fanfare'; // of the application's role and of its database
const SETTINGS = { max_connections: '200' };

/**
 * @typedef {object} Database
 * @property {string} url for DATABASE_URL; the throwaway kind gives the administrator's
 * @property {number} port
 * @property {number} pid of the server
 * @property {boolean} adopted whether it ran before we came
 * @property {() => Promise<void>} stop leaves the database; the last one out stops the server
 */

/**
 * A database for this clone, running and ready.
 * @param {{ root: string, dataDir?: string, ephemeral?: boolean, log?: (line: string) => void }} options
 *   `ephemeral` makes a throwaway server that only this process knows
 * @returns {Promise<Database>}
 * @throws {Advice} what stands in the way, in one line
 */
export async function ensureDatabase({ root, dataDir, ephemeral = false, log = () => {} }) {
  if (ephemeral) return startEphemeral({ root });
  const directory = path.resolve(root, dataDir || '.data');
  makeDataDirectory(directory);
  const identity = databaseIdentity();
  const { home, elsewhere } = databaseHome(directory, identity);
  if (elsewhere) log(`The database lives in ${home}: its user may not enter ${directory}.`);
  const onWait = () => log('Another process is starting or stopping the database: waiting for it.');
  return alone(path.join(home, 'lock'), () => open({ root, home, identity, log }), { onWait });
}

/** @param {string} directory @throws {Advice} when it cannot be made or written to */
export function makeDataDirectory(directory) {
  try {
    makeReachable(directory);
    fs.accessSync(directory, fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    if (['ENOSPC', 'EDQUOT', 'EROFS'].includes(error.code)) throw error;
    throw new Advice(`Cannot write to ${directory} (${error.code}): give it to the user who runs this, or set DATA_DIR.`);
  }
}

async function open({ root, home, identity, log }) {
  const binaries = ensureBinaries(root, identity);
  removeDrafts(home);
  const secrets = ensureCluster({ home, binaries, identity, log });
  const found = await runningServer(home, secrets.adminPassword);
  const server = found ?? (await startAgain({ home, binaries, identity, secrets }));
  try {
    await ensureApplicationDatabase(server.port, secrets);
  } catch (error) {
    if (!found) await stopServer(server.pid);
    throw error;
  }
  const guest = signIn(path.join(home, 'users'));
  const url = connectionUrl({ port: server.port, user: NAME, password: secrets.password, database: NAME });
  return { url, ...server, adopted: Boolean(found), stop: () => leave(home, server.pid, guest) };
}

/** What a start left that was killed while it made a cluster. */
function removeDrafts(home) {
  for (const name of fs.readdirSync(home).filter((entry) => /^(cluster|password)\.new-|^probe-/.test(entry))) {
    fs.rmSync(path.join(home, name), { recursive: true, force: true });
  }
}

/** The passwords are written before the cluster appears, so there is never a cluster that nobody can enter. */
function ensureCluster({ home, binaries, identity, log }) {
  const file = path.join(home, 'secrets.json');
  const versionFile = path.join(home, 'cluster', 'PG_VERSION');
  if (fs.existsSync(versionFile)) {
    checkVersion(fs.readFileSync(versionFile, 'utf8').trim(), binaries.version, home);
    const secrets = readJson(file);
    if (secrets?.adminPassword && secrets.password) return secrets;
    throw new Advice(`${file} is missing or damaged, so nobody can enter the database beside it: restore it, or remove ${home} to start empty.`);
  }
  log('Creating the database.');
  const secrets = { adminPassword: newPassword(), password: newPassword() };
  writeJson(file, secrets);
  makeCluster({ home, binaries, identity, password: secrets.adminPassword });
  return secrets;
}

/** @param {string} data @param {string} programs @param {string} home */
export function checkVersion(data, programs, home) {
  const major = programs.split('.')[0];
  if (data === major) return;
  throw new Advice(
    `The data in ${home} are of PostgreSQL ${data}, the programs here of ${major}: move them with pg_dump, ` +
      'set DATABASE_URL, or set another DATA_DIR to start empty.',
  );
}

/** On the port of last time where it is free, so that noted connection strings stay good. */
async function startAgain({ home, binaries, identity, secrets }) {
  const file = path.join(home, 'port.json');
  const server = await startServer({
    home, binaries, identity, password: secrets.adminPassword, port: readJson(file)?.port, settings: SETTINGS,
  });
  writeJson(file, { port: server.port });
  return server;
}

/** The application's role owns its database and nothing else; the extensions it needs are trusted ones. */
async function ensureApplicationDatabase(port, { adminPassword, password }) {
  await withClient({ port, user: ADMIN, password: adminPassword, database: 'postgres' }, async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [NAME]);
    if (rows.length > 0) return;
    const role = await client.query('select 1 from pg_roles where rolname = $1', [NAME]);
    const verb = role.rows.length > 0 ? 'alter' : 'create';
    await client.query(`${verb} role ${NAME} login password '${password}'`); // base64url: nothing to quote
    await client.query(`create database ${NAME} owner ${NAME}`);
  });
}

async function leave(home, pid, guest) {
  await alone(path.join(home, 'lock'), async () => {
    if (guest.leave() === 0) await stopServer(pid);
  });
}

/** @param {string} home @returns {number} how many processes use the database now */
export function usersOf(home) {
  return guests(path.join(home, 'users')).length;
}
