/**
 * PostgreSQL refuses to run as root. When we are root, its programs run as `nobody`; otherwise as ourselves.
 */
import fs from 'node:fs';
import { spawnSync } from 'node:child_process';
import { Advice } from '../explain.mjs';

/**
 * @typedef {object} Identity
 * @property {boolean} dropped whether the database runs as another user than we do
 * @property {{ uid?: number, gid?: number }} options for `spawn`
 * @property {(path: string) => void} own gives a file or an empty directory to that user
 * @property {(program: string, args: string[], more?: object) => import('node:child_process').SpawnSyncReturns<string>} try
 */

/** @returns {Identity} */
export function databaseIdentity() {
  const options = process.getuid?.() === 0 ? unprivilegedUser() : {};
  return {
    dropped: options.uid !== undefined,
    options,
    own: (file) => options.uid !== undefined && fs.chownSync(file, options.uid, options.gid),
    try: (program, args, more = {}) =>
      spawnSync(program, args, { encoding: 'utf8', cwd: '/', timeout: 120_000, ...options, ...more }),
  };
}

function unprivilegedUser() {
  const found = parseUser(fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8') : '', 'nobody');
  if (found) return found;
  throw new Advice('PostgreSQL does not run as root and there is no user "nobody": run as another user, or set DATABASE_URL.');
}

/**
 * @param {string} passwd the text of /etc/passwd
 * @param {string} name
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function parseUser(passwd, name) {
  const line = passwd.split('\n').find((row) => row.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':').map(Number);
  // macOS writes -2; the system calls want it unsigned.
  return { uid: uid >>> 0, gid: gid >>> 0 };
}

/**
 * Whether that user can really enter a directory: asked of the system, because access lists and mounts decide too.
 * @param {Identity} identity
 * @param {string} directory
 */
export function canEnter(identity, directory) {
  if (!identity.dropped) return true;
  return identity.try('/bin/sh', ['-c', 'cd "$1"', 'sh', directory]).status === 0;
}
