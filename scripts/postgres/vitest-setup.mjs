/**
 * Vitest's global set-up for tests on a real PostgreSQL: uses the server named by FANFARE_TEST_DATABASE_URL, else starts
 * a throwaway one that all projects of this run share. Tests read the administrator's URL from that same variable. Beside a
 * throwaway server FANFARE_TEST_FOLDER names a folder for the time of the run: what is made once in it, files or templates.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEphemeral } from './ephemeral.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {{ server: Promise<{ url: string, stop: () => Promise<void> }>, users: number } | undefined} */
let shared;

export async function setup() {
  if (process.env.FANFARE_TEST_DATABASE_URL && !shared) return undefined;
  shared ??= { server: startEphemeral({ root }), users: 0 };
  shared.users += 1;
  process.env.FANFARE_TEST_DATABASE_URL = (await shared.server).url;
  process.env.FANFARE_TEST_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'fanfare-run-'));
  return leave;
}

async function leave() {
  if (!shared || --shared.users > 0) return;
  const { stop } = await shared.server;
  shared = undefined;
  delete process.env.FANFARE_TEST_DATABASE_URL;
  rmSync(process.env.FANFARE_TEST_FOLDER ?? '', { recursive: true, force: true });
  delete process.env.FANFARE_TEST_FOLDER;
  await stop();
}
