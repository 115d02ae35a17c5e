/**
 * `node scripts/run.mjs NAME [ARGUMENTS]`: runs the worker or one of the application's commands (import, backup, …)
 * beside a running application or without one. The database is the running one, or one started for as long as it takes.
 */
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { checkDatabaseUrl } from './database-url.mjs';
import { Advice } from './explain.mjs';
import { ensureDatabase } from './postgres/index.mjs';
import { prepared, ROOT } from './prepared.mjs';
import { onStop } from './stopping.mjs';

const [name = '', ...args] = process.argv.slice(2);
const isWorker = name === 'worker';

await prepared(run, { before: look, parts: ['api'] });

function look() {
  if (!/^[a-z][a-z-]*$/.test(name)) throw new Advice('Say what to run: node scripts/run.mjs worker, import, recount, backup, restore or schema.');
  if (process.env.NODE_ENV === 'production' && !process.env.DATABASE_URL) {
    throw new Advice('DATABASE_URL is not set: give the address of a PostgreSQL 15 or newer.');
  }
}

/** `schema` only prints types; everything else works on data. */
async function run({ terminal }) {
  const script = path.join(ROOT, isWorker ? 'dist/apps/worker/src/main.js' : `dist/apps/api/src/cli/${name}.js`);
  if (!fs.existsSync(script)) throw new Advice(`There is no command "${name}": try import, recount, reputation-replay, second-factor-remove, test-members, backup, restore, schema or worker.`);
  let child;
  let wish;
  onStop((signal) => {
    wish = signal;
    child?.kill(signal);
  });
  const database = await openDatabase(terminal);
  try {
    if (wish) return 130;
    child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
      cwd: directory(), env: { ...process.env, ...database.env }, detached: process.platform !== 'win32',
      // The worker hears by the channel when we are killed; a command ends by itself.
      stdio: ['inherit', 'inherit', 'inherit', ...(isWorker ? [/** @type {const} */ ('ipc')] : [])],
    });
    child.on('message', (/** @type {any} */ message) => message?.fanfare === 'fatal' && terminal.complain(message.message));
    const [code, signal] = await once(child, 'exit');
    return code ?? (signal ? 130 : 1);
  } finally {
    await database.stop();
  }
}

/** Paths are meant from where the person typed; the schema is written in the clone. */
function directory() {
  return name === 'schema' ? ROOT : (process.env.INIT_CWD ?? process.cwd());
}

async function openDatabase(terminal) {
  const given = process.env.DATABASE_URL;
  const dataDir = path.resolve(ROOT, process.env.DATA_DIR || '.data');
  if (given) {
    await checkDatabaseUrl(given);
    return { env: { DATA_DIR: dataDir }, stop: () => {} };
  }
  const database = await ensureDatabase({ root: ROOT, dataDir, log: (line) => terminal.say(`  ${line}`) });
  return { env: { DATABASE_URL: database.url, DATA_DIR: dataDir }, stop: database.stop };
}
