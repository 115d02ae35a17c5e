/**
 * Chooses the directory that holds a clone's database: inside DATA_DIR where the database's user can work there, else
 * one under the system's state or temporary directory, remembered in DATA_DIR.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Advice } from '../explain.mjs';
import { canEnter } from './identity.mjs';
import { isOwn, isPrivatelyOwned, makeReachable, stateDirectories } from './places.mjs';

const POINTER = 'postgres-is-at';
const OWNER = 'belongs-to';

/**
 * @param {string} dataDir DATA_DIR
 * @param {import('./identity.mjs').Identity} identity
 * @returns {{ home: string, elsewhere: boolean }} `elsewhere` when the data do not live in DATA_DIR
 */
export function databaseHome(dataDir, identity) {
  const inside = path.join(dataDir, 'postgres');
  const self = fs.realpathSync(dataDir);
  const known = readPointer(self);
  if (known) return { home: known, elsewhere: true };
  // Who may write to DATA_DIR is its owner's decision.
  if (isUsable(inside, identity, isOwn)) return { home: inside, elsewhere: false };
  const candidates = stateDirectories(self);
  // What an earlier start put there comes before a better place.
  const home = candidates.find(hasCluster) ?? candidates.find((candidate) => isUsable(candidate, identity, isPrivatelyOwned));
  if (!home) {
    throw new Advice(
      `The database's user cannot work in ${dataDir} nor in ${candidates.join(', ')}: ` +
        'set DATA_DIR to a directory that every user can enter, or set DATABASE_URL.',
    );
  }
  fs.writeFileSync(path.join(home, OWNER), `${self}\n`, { mode: 0o600 });
  fs.writeFileSync(path.join(self, POINTER), `${home}\n`, { mode: 0o600 });
  return { home, elsewhere: true };
}

/** A clone that was moved takes its data along; one that was copied must not share those of the original. */
function readPointer(dataDir) {
  const home = readLine(path.join(dataDir, POINTER));
  if (!home || !hasCluster(home)) return undefined;
  const owner = readLine(path.join(home, OWNER));
  const copied = owner !== dataDir && readLine(path.join(owner, POINTER)) === home;
  return copied ? undefined : home;
}

function readLine(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function hasCluster(home) {
  return isPrivatelyOwned(home) && fs.existsSync(path.join(home, 'cluster', 'PG_VERSION'));
}

/** Makes the directory and tries it: may the database's user enter, and does the disk keep owners and modes? */
function isUsable(home, identity, isTrusted) {
  const existed = fs.existsSync(home);
  try {
    makeReachable(home);
    fs.chmodSync(home, identity.dropped ? 0o711 : 0o700);
    if (isTrusted(home) && canEnter(identity, home) && keepsModes(home, identity)) return true;
  } catch (error) {
    if (['ENOSPC', 'EDQUOT'].includes(error.code)) throw error;
  }
  if (!existed) fs.rmSync(home, { recursive: true, force: true });
  return false;
}

function keepsModes(home, identity) {
  const probe = fs.mkdtempSync(path.join(home, 'probe-'));
  try {
    fs.chmodSync(probe, 0o700);
    identity.own(probe);
    const { mode, uid } = fs.statSync(probe);
    if (process.platform === 'win32') return true;
    return (mode & 0o777) === 0o700 && uid === (identity.options.uid ?? process.getuid());
  } finally {
    fs.rmSync(probe, { recursive: true, force: true });
  }
}
