/**
 * A throwaway server for tests: in memory where there is room, nothing synced, gone afterwards.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBinaries } from './binaries.mjs';
import { connectionUrl } from './client.mjs';
import { canEnter, databaseIdentity } from './identity.mjs';
import { ADMIN, isAlive, makeCluster, newPassword, startServer, stopServer } from './server.mjs';

const PREFIX = 'fanfare-test-';
const ROOM_BYTES = 2 * 1024 ** 3;

/** Fast and forgetful; otherwise like the real one. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '10s',
  max_connections: '200',
  max_wal_size: '512MB',
};

/**
 * @param {{ root: string, settings?: Record<string, string> }} options
 * @returns {Promise<{ url: string, port: number, pid: number, adopted: false, stop: () => Promise<void> }>}
 *   `url` is the administrator's, on the database `postgres`
 */
export async function startEphemeral({ root, settings = {} }) {
  const identity = databaseIdentity();
  const binaries = ensureBinaries(root, identity);
  sweep();
  const home = makeHome(identity);
  const password = newPassword();
  try {
    makeCluster({ home, binaries, identity, password, sync: false });
    const { pid, port } = await startServer({ home, binaries, identity, password, settings: { ...SETTINGS, ...settings } });
    const url = connectionUrl({ port, user: ADMIN, password, database: 'postgres' });
    return { url, port, pid, adopted: false, stop: () => discard(home, pid) };
  } catch (error) {
    fs.rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

function makeHome(identity) {
  const home = fs.mkdtempSync(path.join(parents().find(hasRoom) ?? os.tmpdir(), PREFIX));
  fs.chmodSync(home, identity.dropped ? 0o711 : 0o700);
  fs.writeFileSync(path.join(home, 'owner'), String(process.pid));
  if (canEnter(identity, home)) return home;
  fs.rmSync(home, { recursive: true });
  const fallback = fs.mkdtempSync(path.join('/tmp', PREFIX));
  fs.chmodSync(fallback, 0o711);
  fs.writeFileSync(path.join(fallback, 'owner'), String(process.pid));
  return fallback;
}

function parents() {
  return process.platform === 'linux' ? ['/dev/shm', os.tmpdir()] : [os.tmpdir()];
}

function hasRoom(directory) {
  try {
    fs.accessSync(directory, fs.constants.W_OK);
    const { bavail, bsize } = fs.statfsSync(directory);
    // Memory is shared with the tests themselves, so a file system in memory must leave plenty.
    return bavail * bsize > ROOM_BYTES && (directory !== '/dev/shm' || os.freemem() > 2 * ROOM_BYTES);
  } catch {
    return false;
  }
}

async function discard(home, pid) {
  await stopServer(pid, { signal: process.platform === 'win32' ? 'SIGINT' : 'SIGQUIT' });
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Removes what killed test runs of ours left behind. */
export function sweep() {
  for (const parent of parents()) {
    for (const name of safeList(parent).filter((entry) => entry.startsWith(PREFIX))) {
      sweepOne(path.join(parent, name));
    }
  }
}

function sweepOne(home) {
  try {
    if (process.getuid && fs.lstatSync(home).uid !== process.getuid()) return;
    const owner = Number(fs.readFileSync(path.join(home, 'owner'), 'utf8'));
    if (!owner || isAlive(owner)) return;
    const postmaster = Number(safeRead(path.join(home, 'cluster', 'postmaster.pid')).split('\n')[0]);
    if (postmaster && safeRead(`/proc/${postmaster}/cmdline`).includes(home)) process.kill(postmaster, 'SIGQUIT');
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // Another run sweeps too, or the directory is only being made.
  }
}

function safeList(directory) {
  try {
    return fs.readdirSync(directory);
  } catch {
    return [];
  }
}

function safeRead(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
