/**
 * `npm start`: from a fresh clone to a page. Installs and builds what is missing, starts the database, runs the
 * application, prints where it is, and stops all of it on Ctrl-C.
 */
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DRAIN_SECONDS, startApp, untilReady } from './app.mjs';
import { greeting } from './greeting.mjs';
import { checkDatabaseUrl } from './database-url.mjs';
import { Advice } from './explain.mjs';
import { addressOf, localOrigin, requireFreePort, tryListen } from './port.mjs';
import { ensureDatabase, makeDataDirectory } from './postgres/index.mjs';
import { claim, isPresent, markOf, readJson } from './postgres/mutex.mjs';
import { prepared, ROOT } from './prepared.mjs';
import { onStop, stopTools } from './stopping.mjs';

const began = Number(process.env.FANFARE_BEGAN ?? Date.now());
process.env.FANFARE_BEGAN = String(began); // the same start may go on under another Node

const dataDir = path.resolve(ROOT, process.env.DATA_DIR || '.data');
const runFile = path.join(dataDir, 'start.json');
const address = addressOf(process.env);

/** What runs now, in the order of its start; stopped in the opposite one. @type {(() => Promise<void> | void)[]} */
const running = [];

/** @type {import('./app.mjs').App | undefined} */
let app;

/** @type {Promise<void> | undefined} */
let stopping;

await prepared(start, { before: look });

/** What can be refused at once is refused before minutes of building. */
async function look() {
  if (process.env.NODE_ENV === 'production' && !process.env.DATABASE_URL) {
    throw new Advice('DATABASE_URL is not set: give the address of a PostgreSQL 15 or newer.');
  }
  const run = readJson(runFile);
  if (isPresent(run)) throw new Advice(alreadyRuns(run));
  await awaitOrphan(run?.app);
  await requireFreePort(address);
}

function alreadyRuns({ pid, url }) {
  const where = url ? `, at ${url}` : '';
  return `Fanfare already runs from this clone (process ${pid}${where}): stop it first, or give this one its own DATA_DIR and PORT.`;
}

/** A killed start leaves an application that finishes its requests; its port is free a moment later. */
async function awaitOrphan(orphan) {
  const deadline = Date.now() + (DRAIN_SECONDS + 2) * 1000;
  while (isPresent(orphan) && Date.now() < deadline && (await tryListen(address))) await delay(100);
}

async function start({ terminal, build }) {
  onStop(() => (stopping ? app?.kill() : stopAndExit(terminal)));
  try {
    await launch(terminal, build);
    const { code, signal } = await app.ended;
    throw new Advice(`The application ended unexpectedly (${signal ?? `code ${code}`}): what it printed above tells why.`);
  } catch (error) {
    if (stopping) await new Promise(() => {}); // whoever stops us ends the process
    await stopAll();
    throw error;
  }
}

async function launch(terminal, build) {
  const run = takeRun();
  if (process.env.DATABASE_URL) await checkDatabaseUrl(process.env.DATABASE_URL);
  const [url] = await Promise.all([process.env.DATABASE_URL || startDatabase(terminal), build(['api', 'web'])]);
  if (stopping) return;
  const step = terminal.begin('Starting the application');
  app = startApp(path.join(ROOT, 'dist/apps/api/src/main.js'), applicationEnvironment(url), (line) => terminal.say(`  ${line}`));
  running.push(() => app.stop());
  run.update({ app: markOf(app.pid), url: localOrigin(address) });
  const ready = await app.ready;
  await Promise.race([untilReady(localOrigin(address, ready)), app.ended]);
  step.done('Application ready');
  for (const line of greeting(ready, { began, terminal, origin: localOrigin(address, ready) })) terminal.say(line);
}

function takeRun() {
  makeDataDirectory(dataDir);
  const run = claim(runFile);
  if (!run.taken) throw new Advice(alreadyRuns(run.holder));
  running.push(run.release);
  return run;
}

async function startDatabase(terminal) {
  const starting = ensureDatabase({ root: ROOT, dataDir, log: (line) => terminal.say(`  ${line}`) });
  running.push(() => starting.then((database) => database.stop(), () => {}));
  const step = terminal.begin('Starting the database');
  const database = await starting;
  step.done(database.adopted ? 'Database found running' : 'Database started');
  return database.url;
}

function applicationEnvironment(url) {
  const { FANFARE_BEGAN, ...env } = process.env;
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  return { ...plain, ...env, DATABASE_URL: url, DATA_DIR: dataDir };
}

function stopAndExit(terminal) {
  terminal.say('\nStopping …');
  stopTools();
  stopping = stopAll();
  stopping.then(() => process.exit(0), (error) => {
    terminal.complain(`Could not stop everything: ${error.message}`);
    process.exit(1);
  });
}

async function stopAll() {
  while (running.length > 0) await running.pop()();
}
