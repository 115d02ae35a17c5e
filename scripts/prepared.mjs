/**
 * What every command does first: the right Node, the packages, the parts it needs. And how each ends: one line for what
 * a person can mend, a stack for what is our mistake.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { adviceFor } from './explain.mjs';
import { ensureInstalled } from './install.mjs';
import { continueOnRightNode, requireScriptsVersion } from './node-version.mjs';
import { alone } from './postgres/mutex.mjs';
import { makeReachable } from './postgres/places.mjs';
import { listenForStop } from './stopping.mjs';
import { createTerminal } from './terminal.mjs';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * @typedef {object} Ready
 * @property {string} root
 * @property {import('./terminal.mjs').Terminal} terminal
 * @property {(names: string[]) => Promise<void>} build
 */

/**
 * Installs, continues on the right Node, builds the parts, then runs `work` and exits with the code it returns.
 * @param {(ready: Ready) => Promise<number | void> | number | void} work
 * @param {{ parts?: string[], before?: () => Promise<void> | void }} [options] `before` runs first of all
 */
export async function prepared(work, { parts = [], before } = {}) {
  const terminal = createTerminal();
  listenForStop();
  try {
    requireScriptsVersion();
    await before?.();
    await install(terminal);
    await continueOnRightNode(ROOT);
    const build = (names) => buildAlone(names, terminal);
    if (parts.length > 0) await build(parts);
    const code = await work({ root: ROOT, terminal, build });
    process.exit(code || 0);
  } catch (error) {
    const advice = adviceFor(error);
    if (advice) terminal.complain(advice);
    else console.error(error);
    process.exit(1);
  }
}

function lockFile(name) {
  const directory = path.join(ROOT, '.cache');
  makeReachable(directory);
  return path.join(directory, name);
}

async function install(terminal) {
  const onWait = () => terminal.say('  Another command installs packages in this clone: waiting for it …');
  await alone(lockFile('install.lock'), () => ensureInstalled(ROOT, terminal), { seconds: 1800, onWait });
}

async function buildAlone(names, terminal) {
  const { buildParts } = await import('./build.mjs');
  const onWait = () => terminal.say('  Another command builds in this clone: waiting for it …');
  await alone(lockFile('build.lock'), () => buildParts(ROOT, names, terminal), { seconds: 1800, onWait });
}
