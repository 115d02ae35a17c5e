/**
 * Installs packages when what is in node_modules is not what package-lock.json asks for. No install script runs.
 */
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { Advice, adviceInText } from './explain.mjs';
import { removeUnusablePin } from './node-version.mjs';
import { trackTool } from './stopping.mjs';

// Development packages build the application, so they are wanted in production too.
const ARGUMENTS = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];

/**
 * @param {string} root
 * @param {import('./terminal.mjs').Terminal} terminal
 * @returns {Promise<boolean>} whether something was installed
 */
export async function ensureInstalled(root, terminal) {
  if (isInstalled(root)) return false;
  const step = terminal.begin('Installing packages (npm ci)');
  const { code, output } = await runNpm(root);
  if (code !== 0) {
    step.fail();
    throw new Advice(installFailure(output));
  }
  removeUnusablePin(root);
  step.done('Packages installed');
  return true;
}

/** @param {string} root */
export function isInstalled(root) {
  const [wanted, present] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) => readLock(path.join(root, file)));
  return Boolean(wanted && present && satisfies(wanted, present));
}

/** npm writes the second one when it has finished, so an install that was cut short has none. */
function readLock(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether every package of the lock is there in its version. Optional ones are for other platforms, or could not be had.
 * @param {{ packages: Record<string, any> }} wanted
 * @param {{ packages: Record<string, any> }} present
 */
export function satisfies(wanted, present) {
  return Object.entries(wanted.packages).every(([place, entry]) => {
    if (place === '') return true;
    const found = present.packages[place];
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version && found.link === entry.link;
  });
}

/**
 * The npm that called us knows its own Node; else the one on the PATH.
 * @returns {[program: string, args: string[]]}
 */
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('.js') && fs.existsSync(script) && node && fs.existsSync(node)) return [node, [script]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** @returns {Promise<{ code: number | null, output: string }>} */
function runNpm(root) {
  const [program, before] = npmCommand();
  const child = trackTool(spawn(program, [...before, ...ARGUMENTS], {
    cwd: root, env: installEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], shell: program.endsWith('.cmd'),
  }));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** NODE_ENV=production would leave out what builds the application. */
function installEnvironment() {
  const { NODE_ENV, ...env } = process.env;
  return env;
}

/** @param {string} output what npm said */
export function installFailure(output) {
  const known = adviceInText(output);
  if (known) return known;
  if (/ENOENT.*npm|npm.*ENOENT/.test(output) && !/npm error/.test(output)) return 'npm was not found: install Node.js with npm, from https://nodejs.org.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(output)) {
    return 'The packages could not be fetched: check the network (or npm\'s registry setting), then run the same command again.';
  }
  if (/EACCES|EPERM/.test(output)) return 'npm may not write to node_modules: give the clone to the user who runs this.';
  const reason = output.split('\n').map((line) => line.replace(/^npm error\s*(code\s.*)?/i, '').trim()).find(Boolean);
  return `npm ci failed (${reason ?? 'it said nothing'}): run "npm ci --ignore-scripts" to see all of it.`;
}
