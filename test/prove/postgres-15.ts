import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './api-process.js';

const FOLDER = '/usr/lib/postgresql/15/bin';

/** Whether this machine has the oldest PostgreSQL we promise to run on. */
export const hasPostgres15 = existsSync(join(FOLDER, 'postgres'));

interface Server {
  /** An empty database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A throwaway PostgreSQL 15. */
export async function startPostgres15(): Promise<Server> {
  const { makeCluster, newPassword, startServer, stopServer, ADMIN } = await import(join(ROOT, 'scripts/postgres/server.mjs'));
  const { connectionUrl } = await import(join(ROOT, 'scripts/postgres/client.mjs'));
  const { databaseIdentity } = await import(join(ROOT, 'scripts/postgres/identity.mjs'));
  const home = mkdtempSync(join(tmpdir(), 'fanfare-15-'));
  chmodSync(home, 0o711);
  const identity = withoutBuiltinLocales(databaseIdentity());
  const binaries = { version: '15', bin: (program: string) => join(FOLDER, program) };
  const password = newPassword();
  makeCluster({ home, binaries, identity, password, sync: false });
  const { pid, port } = await startServer({ home, binaries, identity, password, settings: { fsync: 'off' } });
  const stop = async () => {
    await stopServer(pid, { signal: 'SIGQUIT' });
    rmSync(home, { recursive: true, force: true });
  };
  return { url: connectionUrl({ port, user: ADMIN, password, database: 'postgres' }), stop };
}

/** PostgreSQL's own orders came with 17; before, the system's are asked for. */
function withoutBuiltinLocales<Identity extends { try(program: string, args: string[], more?: object): unknown }>(identity: Identity): Identity {
  const older = (args: string[]) => args.filter((arg, at) => ![arg, args[at - 1]].some((one) => one === '--locale-provider' || one === '--builtin-locale'));
  return { ...identity, try: (program: string, args: string[], more?: object) => identity.try(program, older(args), more) };
}
