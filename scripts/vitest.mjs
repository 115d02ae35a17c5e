/**
 * Runs Vitest on a throwaway PostgreSQL, shows what it says, and returns what it counted.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ensureDatabase } from './postgres/index.mjs';
import { onStop, stopTools, trackTool } from './stopping.mjs';
import { tallyOf } from './tally.mjs';

/**
 * @param {{ root: string, args: string[], env?: NodeJS.ProcessEnv }} options `args` for Vitest: filters, projects
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runVitest({ root, args, env = {} }) {
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'fanfare-report-'));
  const starting = process.env.FANFARE_TEST_DATABASE_URL ? undefined : ensureDatabase({ root, ephemeral: true });
  const clean = async () => {
    fs.rmSync(reports, { recursive: true, force: true });
    await starting?.then((database) => database.stop(), () => {});
  };
  onStop(() => {
    stopTools();
    void clean().then(() => process.exit(130));
  });
  try {
    return await run({ root, args, file: path.join(reports, 'report.json'), env: { ...env, ...(await databaseOf(starting, reports)) } });
  } finally {
    await clean();
  }
}

/** Beside a server of its own a run also has a folder, for what is made once in it (see postgres/vitest-setup.mjs). */
async function databaseOf(starting, folder) {
  return starting ? { FANFARE_TEST_DATABASE_URL: (await starting).url, FANFARE_TEST_FOLDER: folder } : {};
}

async function run({ root, args, file, env }) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const child = trackTool(spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...testEnvironment(), ...env },
  }));
  const [code] = await once(child, 'exit');
  const report = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
  return tallyOf(report, code === 0);
}

/** What configures a running application must not reach the tests. */
function testEnvironment() {
  const ours = ['NODE_ENV', 'DATABASE_URL', 'DATA_DIR', 'PORT', 'HOST', 'PUBLIC_URL', 'SMTP_URL', 'SEED_DEMO'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)));
}
