import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, freshClone, processesOf, Start, until } from './fresh-clone.js';

const isRoot = process.getuid?.() === 0;
const STRANGER = 1; // daemon: on every Unix, and nothing here is theirs but what we give them
const told: string[] = [];

/** What a new user waits for, for the record. */
function note(what: string, seconds: number): void {
  told.push(`${what}: ${seconds.toFixed(1)} s`);
}

afterAll(() => console.log(told.join('\n')));

async function expectItServes(port: number): Promise<void> {
  const origin = `http://127.0.0.1:${port}`;
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  const page = await fetch(origin);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/<html/i);
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
}

/** A refused start: quick, code 1, and what is said is one line. */
async function expectOneLine(start: Start, line: RegExp): Promise<void> {
  expect(await start.ended).toBe(1);
  const refusals = start.output.split('\n').filter((text) => text.startsWith('✗'));
  expect(refusals).toEqual([expect.stringMatching(line)]);
  expect(start.output).not.toMatch(/\n\s+at /);
}

describe('a fresh clone', () => {
  let clone: ReturnType<typeof freshClone>;
  let port: number;
  let env: Record<string, string>;

  beforeAll(async () => {
    clone = freshClone();
    port = await freePort();
    env = { PORT: String(port) };
  });

  afterAll(() => clone.remove());

  it('becomes a page with one command, and Ctrl-C stops all it started', async () => {
    const start = new Start({ directory: clone.directory, env });
    note('fresh clone to page', await start.ready());
    expect(start.output).toContain(`http://localhost:${port}`);
    for (const name of ['fan', 'brand', 'moderator', 'moderator2', 'operator']) {
      expect(start.output).toContain(`${name}@example.org`);
    }
    await expectItServes(port);
    await start.interrupt();
    await until(() => processesOf(clone.directory).length === 0, 15);
  });

  it('answers within five seconds the second time', async () => {
    const seconds: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const start = new Start({ directory: clone.directory, env });
      seconds.push(await start.ready());
      await start.interrupt();
      expect(start.output).not.toMatch(/Installing|Building|Creating/);
    }
    const best = Math.min(...seconds); // what else runs on this machine is not ours
    note('second start, best of three', best);
    expect(best).toBeLessThan(5);
  });

  it('builds only what changed', async () => {
    fs.appendFileSync(path.join(clone.directory, 'libs/kernel/src/index.ts'), '\n');
    const start = new Start({ directory: clone.directory, env });
    await start.ready();
    await start.interrupt();
    expect(start.output).toContain('Server built');
    expect(start.output).not.toMatch(/Packages installed|Web app built/);
    execFileSync('git', ['checkout', '--quiet', '--', 'libs'], { cwd: clone.directory });
  });

  it('refuses a busy port, a second start and a database that nobody answers, each in one line', async () => {
    const server = net.createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    await expectOneLine(new Start({ directory: clone.directory, env }), new RegExp(`Port ${port} is busy: .*PORT=${port + 1}`));
    server.close();
    await once(server, 'close');
    const unreachable = { ...env, DATABASE_URL: 'postgres://me:s3cret@127.0.0.1:9/fanfare' };
    await expectOneLine(new Start({ directory: clone.directory, env: unreachable }), /127\.0\.0\.1:9\/fanfare \(nothing listens there\)/);
    await expectOneLine(new Start({ directory: clone.directory, env: { ...env, NODE_ENV: 'production' } }), /DATABASE_URL is not set/);
    const running = new Start({ directory: clone.directory, env });
    await running.ready();
    const second = new Start({ directory: clone.directory, env: { PORT: String(await freePort()) } });
    await expectOneLine(second, /already runs from this clone \(process \d+/);
    await running.interrupt();
  });

  it('adopts the database of a start that was killed, whose application ends by itself', async () => {
    const killed = new Start({ directory: clone.directory, env });
    await killed.ready();
    await killed.kill();
    expect(processesOf(clone.directory).some((line) => line.includes('postgres -D'))).toBe(true);
    const next = new Start({ directory: clone.directory, env });
    note('start after kill -9', await next.ready());
    expect(next.output).toContain('Database found running');
    await expectItServes(port);
    await next.interrupt();
    await until(() => processesOf(clone.directory).length === 0, 15);
  });

  it('keeps its data when everything is killed', async () => {
    const killed = new Start({ directory: clone.directory, env });
    await killed.ready();
    await killed.kill();
    for (const line of processesOf(clone.directory)) killQuietly(Number.parseInt(line, 10));
    await until(() => processesOf(clone.directory).length === 0, 15);
    const next = new Start({ directory: clone.directory, env });
    note('start after kill -9 of everything', await next.ready());
    expect(next.output).not.toMatch(/Creating the database|Demo communities loaded/);
    await expectItServes(port);
    await next.interrupt();
  });

  it.runIf(canMount())('says in one line that the disk is full', async () => {
    const disk = path.join(clone.parent, 'disk');
    fs.mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=755', 'tmpfs', disk]);
    try {
      const start = new Start({ directory: clone.directory, env: { ...env, DATA_DIR: path.join(disk, 'data') } });
      await expectOneLine(start, /The disk is full: free some space/);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}

function canMount(): boolean {
  if (!isRoot || process.platform !== 'linux') return false;
  const probe = fs.mkdtempSync(path.join(os.tmpdir(), 'fanfare-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', probe]).status === 0;
  if (mounted) execFileSync('umount', [probe]);
  fs.rmdirSync(probe);
  return mounted;
}

describe.runIf(isRoot)('other users', () => {
  it('root, with the clone in a home of mode 0700', async () => {
    const clone = freshClone(0o700);
    const port = await freePort();
    const start = new Start({ directory: clone.directory, env: { PORT: String(port) } });
    note('fresh clone in a home of mode 0700', await start.ready());
    await expectItServes(port);
    await start.interrupt();
    const [, home = ''] = /The database lives in (\S+):/.exec(start.output) ?? [];
    expect(fs.statSync(path.join(home, 'cluster')).uid).not.toBe(0);
    const again = new Start({ directory: clone.directory, env: { PORT: String(port) } });
    await again.ready();
    await again.interrupt();
    expect(again.output).toContain(home);
    expect(again.output).not.toContain('Creating the database');
    fs.rmSync(home, { recursive: true });
    clone.remove();
  });

  it('an unprivileged user with a home of mode 0700', async () => {
    const clone = freshClone(0o700);
    execFileSync('chown', ['-R', `${STRANGER}:${STRANGER}`, clone.parent]);
    const as = { uid: STRANGER, gid: STRANGER, home: clone.parent };
    const port = await freePort();
    const start = new Start({ directory: clone.directory, env: { PORT: String(port) }, as });
    note('fresh clone of an unprivileged user', await start.ready());
    await expectItServes(port);
    expect(fs.statSync(path.join(clone.directory, '.data/postgres/cluster')).uid).toBe(STRANGER);
    await start.interrupt();
    await until(() => processesOf(clone.directory).length === 0, 15);
    clone.remove();
  });
});

const POSTGRES_15 = '/usr/lib/postgresql/15/bin';

describe.runIf(isRoot && fs.existsSync(POSTGRES_15))('DATABASE_URL', () => {
  it('on PostgreSQL 15', async () => {
    const server = await startPostgres15();
    const clone = freshClone();
    try {
      const port = await freePort();
      const start = new Start({ directory: clone.directory, env: { PORT: String(port), DATABASE_URL: server.url } });
      note('fresh clone on PostgreSQL 15', await start.ready());
      await expectItServes(port);
      expect(processesOf(clone.directory).some((line) => line.includes('postgres -D'))).toBe(false);
      await start.interrupt();
    } finally {
      server.stop();
      clone.remove();
    }
  });
});

async function startPostgres15(): Promise<{ url: string; stop: () => void }> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'fanfare-postgres-15-'));
  fs.chownSync(home, 65534, 65534);
  const port = await freePort();
  const run = (program: string, ...args: string[]) =>
    execFileSync(path.join(POSTGRES_15, program), args, { uid: 65534, gid: 65534, cwd: home, stdio: 'ignore' });
  const data = path.join(home, 'data');
  run('initdb', '-D', data, '-U', 'me', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync');
  run('pg_ctl', '-D', data, '-w', '-l', path.join(home, 'log'), '-o', `-p ${port} -k '' -h 127.0.0.1 -F`, 'start');
  run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'me', 'fanfare');
  const stop = () => {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
    fs.rmSync(home, { recursive: true, force: true });
  };
  return { url: `postgres://me:any@127.0.0.1:${port}/fanfare`, stop };
}
