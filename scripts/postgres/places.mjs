/**
 * Where our copy of PostgreSQL and, when the clone will not do, its data may live.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Directories for the binaries, best first. The one inside the clone shares its disk and goes away with it; it is not in
 * node_modules, which `npm ci` would empty under a running server.
 * @param {string} root the clone
 */
export function cacheDirectories(root) {
  return [path.join(root, '.cache', 'fanfare'), ...systemCache(), ownTemporary('fanfare')];
}

function systemCache() {
  if (process.platform === 'win32') return [path.join(process.env.LOCALAPPDATA ?? os.tmpdir(), 'fanfare', 'cache')];
  if (process.getuid() === 0) return ['/var/cache/fanfare'];
  return [path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'fanfare')];
}

/**
 * Directories for data that cannot live in DATA_DIR, best first: they outlive a restart of the machine where possible.
 * @param {string} dataDir DATA_DIR, resolved: the name is derived from it, so the next start finds the same one
 */
export function stateDirectories(dataDir) {
  const name = `${path.basename(path.dirname(dataDir))}-${digest(dataDir)}`;
  return [...systemState(), ownTemporary('fanfare-state')].map((parent) => path.join(parent, name));
}

function systemState() {
  if (process.platform === 'win32') return [path.join(process.env.LOCALAPPDATA ?? os.tmpdir(), 'fanfare', 'data')];
  if (process.getuid() === 0) return ['/var/lib/fanfare'];
  return [path.join(process.env.XDG_STATE_HOME ?? path.join(os.homedir(), '.local', 'state'), 'fanfare')];
}

/** One directory per user, since everybody may write to the temporary directory. */
function ownTemporary(name) {
  return path.join(os.tmpdir(), `${name}-${process.getuid?.() ?? os.userInfo().username}`);
}

/**
 * Makes a directory and what leads to it. Root's umask may keep others out, but the database runs as one of those: what
 * root makes here can be entered by all. Anybody else's umask is respected.
 * @param {string} directory
 */
export function makeReachable(directory) {
  if (fs.existsSync(directory)) return;
  makeReachable(path.dirname(directory));
  fs.mkdirSync(directory, { recursive: true, mode: 0o755 });
  if (process.getuid?.() === 0) fs.chmodSync(directory, 0o755);
}

/** @param {string} text */
export function digest(text) {
  return crypto.createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/**
 * Whether a directory and what leads to it is ours alone to change, so that nobody can plant a program or data there.
 * @param {string} directory
 */
export function isPrivatelyOwned(directory) {
  return isOwn(directory) && (process.platform === 'win32' || parentIsSafe(path.dirname(directory)));
}

/**
 * Whether a directory, and no link in its place, is ours and only we may write to it.
 * @param {string} directory
 */
export function isOwn(directory) {
  const stat = fs.lstatSync(directory, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return false;
  return process.platform === 'win32' || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
}

/** Our directories are made in one of ours, in one of root's, or in one with the sticky bit such as /tmp. */
function parentIsSafe(parent) {
  const stat = fs.statSync(parent);
  const mine = stat.uid === process.getuid() || stat.uid === 0;
  return mine && ((stat.mode & 0o022) === 0 || (stat.mode & 0o1000) !== 0);
}
