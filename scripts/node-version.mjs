/**
 * Which Node.js runs the application: the one pinned in node_modules where there is one for this platform, else the
 * system's when it is new enough.
 */
import fs from 'node:fs';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { Advice } from './explain.mjs';
import { onStop } from './stopping.mjs';

/** Enough for these scripts until the pinned Node is installed. */
const SCRIPTS_NEED = 20;

/**
 * Whether the application runs on this version: `^22.22 || >=24.11`.
 * @param {string} version such as `v24.11.0`
 */
export function isSupported(version) {
  const [major, minor] = parse(version);
  return (major === 22 && minor >= 22) || (major === 24 && minor >= 11) || major > 24;
}

function parse(version) {
  return version.replace(/^v/, '').split('.').map(Number);
}

/** @param {string} [version] @throws {Advice} when even these scripts cannot run */
export function requireScriptsVersion(version = process.version) {
  if (parse(version)[0] >= SCRIPTS_NEED) return;
  throw new Advice(`Node.js ${version} is too old: install Node.js 24 (20 or newer will do) from https://nodejs.org.`);
}

/** @param {string} root @returns {string | undefined} the pinned Node, when it is there and runs here */
export function pinnedNode(root) {
  const program = pinnedPath(root);
  if (!fs.existsSync(program)) return undefined;
  return spawnSync(program, ['--version']).status === 0 ? program : undefined;
}

function pinnedPath(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
}

/**
 * npm puts the pinned Node before the system's. Where it does not run (no glibc) it must not stand in the way.
 * @param {string} root
 */
export function removeUnusablePin(root) {
  if (!fs.existsSync(pinnedPath(root)) || pinnedNode(root)) return;
  for (const name of ['node', 'node.cmd', 'node.ps1']) {
    fs.rmSync(path.join(root, 'node_modules', '.bin', name), { force: true });
  }
}

/**
 * Continues under the right Node. Returns when this process runs on it; otherwise runs the same command on it, hands on
 * signals, and ends with its exit code.
 * @param {string} root
 * @throws {Advice} when there is none
 */
export async function continueOnRightNode(root) {
  const pinned = pinnedNode(root);
  if (!pinned || fs.realpathSync(pinned) === fs.realpathSync(process.execPath)) {
    if (pinned || isSupported(process.version)) return;
    throw new Advice(
      `Node.js ${process.version} cannot run Fanfare and there is no pinned one for ${process.platform} ${process.arch}: ` +
        'install Node.js 24.11 or newer from https://nodejs.org.',
    );
  }
  await runInstead(pinned, root);
}

/** Never returns. The channel tells the other process when we are killed. */
function runInstead(program, root) {
  const env = { ...process.env, PATH: withFirst(path.join(root, 'node_modules', '.bin')) };
  const child = spawn(program, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  onStop((signal) => child.kill(signal));
  return new Promise(() => {
    child.once('error', (error) => fail(error)).once('exit', (code) => process.exit(code ?? 1));
  });
}

function fail(error) {
  console.error(`Could not run the pinned Node.js: ${error.message}`);
  process.exit(1);
}

function withFirst(directory) {
  const rest = (process.env.PATH ?? '').split(path.delimiter).filter((entry) => entry && entry !== directory);
  return [directory, ...rest].join(path.delimiter);
}
