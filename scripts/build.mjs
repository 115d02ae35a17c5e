/**
 * `npm run build [-- PART…]`: builds what changed of api (with the worker) and web. Start, test and the other commands use it too.
 */
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Advice, adviceInText } from './explain.mjs';
import { PARTS, forgetBuilt, recordBuilt, stateOf } from './parts.mjs';
import { removeOrphans } from './orphans.mjs';
import { trackTool } from './stopping.mjs';

/**
 * Builds the parts that changed, at once: none writes where another does.
 * @param {string} root
 * @param {string[]} names of PARTS
 * @param {import('./terminal.mjs').Terminal} terminal
 * @throws {Advice} when a part does not build; its output is printed before
 */
export async function buildParts(root, names, terminal) {
  const results = await Promise.allSettled(names.map((name) => buildPart(root, PARTS[name], terminal)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function buildPart(root, part, terminal) {
  const { fresh, hash } = stateOf(root, part);
  if (fresh) return;
  const step = terminal.begin(`Building the ${part.label}`);
  forgetBuilt(root, part);
  for (const { command, cwd } of part.steps) {
    const { code, output } = await runTool(root, command, cwd);
    if (code === 0) continue;
    step.fail();
    const known = adviceInText(output);
    if (!known) terminal.quote(output);
    throw new Advice(known ?? `The ${part.label} does not build: mend what is printed above, then run the same command again.`);
  }
  if (part.name !== 'web') removeOrphans(root);
  recordBuilt(root, part, hash);
  step.done(`${part.label} built`);
}

/**
 * Runs a script of ours or of node_modules on this Node and collects what it says.
 * @param {string} root
 * @param {string[]} command
 * @param {string} [cwd] from the root
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function runTool(root, [script, ...args], cwd = '.') {
  const child = trackTool(spawn(process.execPath, [path.join(root, script), ...args], {
    cwd: path.join(root, cwd), env: toolEnvironment(), stdio: ['ignore', 'pipe', 'pipe'],
  }));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Tools build the same whatever the application will run as. */
function toolEnvironment() {
  const { NODE_ENV, ...env } = process.env;
  return env;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  // Not awaited: prepared.mjs imports this file, and each would wait for the other's end.
  void import('./prepared.mjs').then(({ prepared }) => prepared(() => {}, { parts: asked.length > 0 ? asked : Object.keys(PARTS) }));
}
