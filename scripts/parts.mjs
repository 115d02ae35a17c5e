/**
 * The parts that are built, what each is made of, and whether it must be built again.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} label as people read it
 * @property {string[]} inputs files and directories, from the root
 * @property {string[]} outputs files that must be there afterwards
 * @property {string} [memory] of an incremental compiler: what it believes to have written
 * @property {{ command: string[], cwd: string }[]} steps scripts with their arguments, from the root, in order
 */

const EVERY_PART = ['package-lock.json', 'tsconfig.json', 'scripts/parts.mjs'];
const NEST = 'node_modules/@nestjs/cli/bin/nest.js';
const REACT_ROUTER = 'node_modules/@react-router/dev/bin.cjs';

/** @type {Record<string, Part>} */
export const PARTS = {
  api: {
    name: 'api',
    label: 'Server', // api and worker are made of the same rooms: one compile, which leaves the types to `npm test`
    inputs: [...EVERY_PART, 'tsconfig.build.json', 'nest-cli.json', 'apps/api', 'apps/worker', 'libs'],
    outputs: ['dist/apps/api/src/main.js', 'dist/apps/worker/src/main.js'],
    memory: 'dist/api.tsbuildinfo',
    steps: [{ command: [NEST, 'build', 'api'], cwd: '.' }],
  },
  web: {
    name: 'web',
    label: 'Web app',
    inputs: [...EVERY_PART, 'schema.graphql', 'apps/web'],
    outputs: ['dist/web/server/index.js', 'dist/web/client'],
    steps: [
      { command: ['apps/web/codegen.mjs'], cwd: '.' },
      { command: [REACT_ROUTER, 'build'], cwd: 'apps/web' },
    ],
  },
};

const NOT_INPUT = new Set(['node_modules', 'dist', '.react-router', '.cache', 'generated']);
const TEST_FILE = /\.(spec|db-spec)\.tsx?$|\.md$/;

/**
 * What a part is made of, as one number: names and contents, never times.
 * @param {string} root
 * @param {string[]} inputs
 */
export function hashInputs(root, inputs) {
  const hash = crypto.createHash('sha256').update(process.version);
  for (const file of inputs.flatMap((input) => filesOf(root, input)).sort()) {
    const content = crypto.createHash('sha256').update(fs.readFileSync(path.join(root, file))).digest('hex');
    hash.update(`${file}\n${content}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string} input @returns {string[]} with forward slashes, from the root */
function filesOf(root, input) {
  const stat = fs.statSync(path.join(root, input), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [input];
  return fs.readdirSync(path.join(root, input), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_INPUT.has(entry.name) || TEST_FILE.test(entry.name)) return [];
    return filesOf(root, `${input}/${entry.name}`);
  });
}

function recordOf(root, part) {
  return path.join(root, 'dist', '.build', `${part.name}.json`);
}

/** @param {string} root @param {Part} part @returns {{ fresh: boolean, hash: string }} */
export function stateOf(root, part) {
  const hash = hashInputs(root, part.inputs);
  const record = readRecord(recordOf(root, part));
  return { fresh: isComplete(root, part) && record?.hash === hash && record.written === lastWritten(root, part), hash };
}

function isComplete(root, part) {
  return part.outputs.every((output) => fs.existsSync(path.join(root, output)));
}

/** Changes when somebody builds without us: then the record says nothing. */
function lastWritten(root, part) {
  return fs.statSync(path.join(root, part.memory ?? part.outputs[0]), { throwIfNoEntry: false })?.mtimeMs;
}

function readRecord(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} root @param {Part} part @param {string} hash taken before the build: an edit during it counts as new */
export function recordBuilt(root, part, hash) {
  const file = recordOf(root, part);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify({ hash, written: lastWritten(root, part) })}\n`);
}

/**
 * Before a build: one that fails or is killed leaves the part to be built. What is missing without the compiler's doing it
 * would not write again, so then it must forget as well.
 * @param {string} root
 * @param {Part} part
 */
export function forgetBuilt(root, part) {
  const file = recordOf(root, part);
  const isSound = fs.existsSync(file) && isComplete(root, part);
  fs.rmSync(file, { force: true });
  if (part.memory && !isSound) fs.rmSync(path.join(root, part.memory), { force: true });
}
