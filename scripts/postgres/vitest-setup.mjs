/**
 * Vitest's global set-up for tests on a real PostgreSQL: uses the server named by FANFARE_TEST_DATABASE_URL, else starts
 * a throwaway one that all projects of this run share. Tests read the administrator's URL from that same variable.
 */
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
  return leave;
}

async function leave() {
  if (!shared || --shared.users > 0) return;
  const { stop } = await shared.server;
  shared = undefined;
  delete process.env.FANFARE_TEST_DATABASE_URL;
  await stop();
}
