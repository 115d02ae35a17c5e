import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkLibraries } from './binaries.mjs';
import { databaseHome } from './home.mjs';
import { databaseIdentity } from './identity.mjs';
import { ensureDatabase } from './index.mjs';
import { isPrivatelyOwned } from './places.mjs';
import { isAlive, poll } from './server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
let parent;
let dataDir;

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'fanfare-database-'));
  fs.chmodSync(parent, 0o755);
  dataDir = path.join(parent, '.data');
});

afterEach(() => fs.rmSync(parent, { recursive: true, force: true }));

async function query(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that opens the same database, says so, and is then at our mercy. */
async function otherProcess() {
  const code = `
    import { ensureDatabase } from ${JSON.stringify(fileURLToPath(new URL('./index.mjs', import.meta.url)))};
    const { pid, adopted } = await ensureDatabase(${JSON.stringify({ root, dataDir })});
    process.send({ pid, adopted });
    process.on('message', () => {});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const said = await new Promise((resolve, reject) => child.once('message', resolve).once('exit', () => reject(new Error('it ended'))));
  const kill = () => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGKILL'));
  return { ...said, kill };
}

describe('the database of a clone', { timeout: 120_000 }, () => {
  it('is real PostgreSQL whose role owns its database and nothing more, on the loopback, by password only', async () => {
    const database = await ensureDatabase({ root, dataDir });
    try {
      const [row] = await query(database.url, 'select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user');
      expect(row).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false });
      await query(database.url, 'create extension pg_trgm; create extension unaccent; create extension citext; create extension btree_gin');
      const [{ listen_addresses, fsync, synchronous_commit }] = await query(
        database.url,
        "select current_setting('listen_addresses') listen_addresses, current_setting('fsync') fsync, current_setting('synchronous_commit') synchronous_commit",
      );
      expect({ listen_addresses, fsync, synchronous_commit }).toEqual({ listen_addresses: '127.0.0.1', fsync: 'on', synchronous_commit: 'on' });
      const wrong = new URL(database.url);
      wrong.password = 'guess';
      await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
      expect(fs.statSync(path.join(dataDir, 'postgres', 'secrets.json')).mode & 0o077).toBe(0);
    } finally {
      await database.stop();
    }
    expect(isAlive(database.pid)).toBe(false);
  });

  it('is adopted when its starter was killed, recovers when it was killed itself, and keeps its data and port', async () => {
    const first = await otherProcess();
    await first.kill();
    const second = await ensureDatabase({ root, dataDir });
    expect(second).toMatchObject({ adopted: true, pid: first.pid });
    await query(second.url, 'create table kept (id int); insert into kept values (7)');
    process.kill(second.pid, 'SIGKILL');
    await poll(10, () => !isAlive(second.pid));
    const third = await ensureDatabase({ root, dataDir });
    expect(third).toMatchObject({ adopted: false, url: second.url });
    expect(await query(third.url, 'select id from kept')).toEqual([{ id: 7 }]);
    await third.stop();
    expect(isAlive(third.pid)).toBe(false);
  });

  it('runs until the last of its users has left', async () => {
    const other = await otherProcess();
    const ours = await ensureDatabase({ root, dataDir });
    expect(ours.pid).toBe(other.pid);
    await ours.stop();
    expect(isAlive(other.pid)).toBe(true);
    await other.kill();
    const last = await ensureDatabase({ root, dataDir });
    await last.stop();
    expect(isAlive(other.pid)).toBe(false);
  });

  it('does not take a stranger for its server when the number in the pid file was given to another process', async () => {
    const first = await ensureDatabase({ root, dataDir });
    process.kill(first.pid, 'SIGKILL');
    await poll(10, () => !isAlive(first.pid));
    const file = path.join(dataDir, 'postgres/cluster/postmaster.pid');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^\d+/, String(process.ppid)));
    const second = await ensureDatabase({ root, dataDir });
    expect(second.adopted).toBe(false);
    await second.stop();
  });

  it('says in one line that its passwords are lost', async () => {
    await (await ensureDatabase({ root, dataDir })).stop();
    fs.rmSync(path.join(dataDir, 'postgres/secrets.json'));
    await expect(ensureDatabase({ root, dataDir })).rejects.toThrow(/secrets\.json is missing or damaged/);
  });

  it('says in one line that DATA_DIR cannot be made', async () => {
    fs.writeFileSync(path.join(parent, 'file'), '');
    await expect(ensureDatabase({ root, dataDir: path.join(parent, 'file', '.data') })).rejects.toThrow(/^Cannot write to .*set DATA_DIR\.$/);
  });

  it.skipIf(process.platform === 'win32')('stays in a DATA_DIR that a group may write to, as many systems make directories', () => {
    fs.mkdirSync(dataDir);
    fs.chmodSync(dataDir, 0o775);
    expect(databaseHome(dataDir, databaseIdentity())).toEqual({ home: path.join(dataDir, 'postgres'), elsewhere: false });
  });

  it.runIf(process.getuid?.() === 0)('works under a umask that keeps everybody out', async () => {
    const code = `
      import { ensureDatabase } from ${JSON.stringify(fileURLToPath(new URL('./index.mjs', import.meta.url)))};
      process.umask(0o077);
      const database = await ensureDatabase(${JSON.stringify({ root, dataDir: path.join(dataDir, 'deeper') })});
      await database.stop();`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' });
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    expect(fs.existsSync(path.join(dataDir, 'deeper/postgres/cluster/PG_VERSION'))).toBe(true);
  });

  it.runIf(process.getuid?.() === 0)('finds another place when its user cannot enter the clone, and the same one again', async () => {
    fs.chmodSync(parent, 0o700);
    const lines = [];
    const first = await ensureDatabase({ root, dataDir, log: (line) => lines.push(line) });
    await first.stop();
    const { home } = databaseHome(dataDir, databaseIdentity());
    try {
      expect(home.startsWith(parent)).toBe(false);
      expect(lines[0]).toContain(home);
      const copy = path.join(parent, 'copy');
      fs.cpSync(dataDir, copy, { recursive: true });
      expect(databaseHome(copy, databaseIdentity()).home).not.toBe(home);
      fs.renameSync(dataDir, path.join(parent, 'moved'));
      expect(databaseHome(path.join(parent, 'moved'), databaseIdentity()).home).toBe(home);
    } finally {
      for (const name of ['copy', 'moved']) {
        const dir = path.join(parent, name);
        if (fs.existsSync(dir)) fs.rmSync(databaseHome(dir, databaseIdentity()).home, { recursive: true, force: true });
      }
    }
  });
});

describe('our copy of the programs', () => {
  it('gets the library links that the install script would have made', () => {
    const [native, home] = [path.join(parent, 'native'), path.join(parent, 'home')];
    fs.mkdirSync(native);
    fs.mkdirSync(path.join(home, 'lib'), { recursive: true });
    fs.writeFileSync(path.join(home, 'lib/libpq.so.5.18'), 'library');
    fs.writeFileSync(path.join(native, 'pg-symlinks.json'), '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]');
    linkLibraries(native, home);
    linkLibraries(native, home); // a second time changes nothing
    expect(fs.readlinkSync(path.join(home, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(fs.readFileSync(path.join(home, 'lib/libpq.so.5'), 'utf8')).toBe('library');
  });

  it.skipIf(process.platform === 'win32')('is not taken from a directory that others may change', () => {
    const ours = path.join(dataDir, 'ours');
    fs.mkdirSync(ours, { recursive: true, mode: 0o755 });
    expect(isPrivatelyOwned(ours)).toBe(true);
    fs.chmodSync(ours, 0o777);
    expect(isPrivatelyOwned(ours)).toBe(false);
    fs.chmodSync(ours, 0o755);
    fs.chmodSync(dataDir, 0o777);
    expect(isPrivatelyOwned(ours)).toBe(false);
    fs.chmodSync(dataDir, 0o1777);
    expect(isPrivatelyOwned(ours)).toBe(true);
    fs.symlinkSync(ours, path.join(dataDir, 'link'));
    expect(isPrivatelyOwned(path.join(dataDir, 'link'))).toBe(false);
  });
});
