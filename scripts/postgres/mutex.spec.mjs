import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alone, claim, guests, isPresent, markOf, readJson, signIn, writeJson } from './mutex.mjs';

let directory;
let file;

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'fanfare-mutex-'));
  file = path.join(directory, 'lock');
});

afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

function deadPid() {
  return spawnSync(process.execPath, ['--eval', '0']).pid;
}

describe('a claim', () => {
  it('is refused while a living process holds it, and tells who', () => {
    const first = claim(file, { url: 'http://localhost:1' });
    const second = claim(file);
    expect(second).toMatchObject({ taken: false, holder: { pid: process.pid, url: 'http://localhost:1' } });
    first.release();
    expect(claim(file).taken).toBe(true);
  });

  it('of a process that is gone counts for nothing', () => {
    writeJson(file, { pid: deadPid(), born: '' });
    expect(claim(file).taken).toBe(true);
    expect(readJson(file).pid).toBe(process.pid);
  });

  it.runIf(process.platform === 'linux')('of an earlier process with the same number counts for nothing', () => {
    writeJson(file, { ...markOf(), born: 'another-boot:1' });
    expect(claim(file).taken).toBe(true);
  });

  it('that is half written counts for nothing', () => {
    fs.writeFileSync(file, '{"pid":');
    expect(claim(file).taken).toBe(true);
  });

  it('can tell more later', () => {
    const held = claim(file);
    held.update({ url: 'here' });
    expect(readJson(file)).toMatchObject({ pid: process.pid, url: 'here' });
  });
});

it('of many processes one works at a time, also when one is killed in the midst of it', async () => {
  const log = path.join(directory, 'log');
  const code = `
    import fs from 'node:fs';
    import { alone } from ${JSON.stringify(fileURLToPath(new URL('./mutex.mjs', import.meta.url)))};
    await alone(${JSON.stringify(file)}, async () => {
      fs.appendFileSync(${JSON.stringify(log)}, 'in ');
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (process.argv.at(-1) === 'die') process.kill(process.pid, 'SIGKILL');
      fs.appendFileSync(${JSON.stringify(log)}, 'out\\n');
    }, { seconds: 30 });`;
  const run = (way) => once(spawn(process.execPath, ['--input-type=module', '--eval', code, way], { stdio: 'inherit' }), 'exit');
  await run('die');
  await Promise.all(Array.from({ length: 6 }, () => run('live')));
  expect(fs.readFileSync(log, 'utf8')).toBe(`in ${'in out\n'.repeat(6)}`);
});

it('waiting for work that goes on too long fails and names the holder', async () => {
  const held = claim(file);
  await expect(alone(file, () => 1, { seconds: 0.05 })).rejects.toThrow(`Process ${process.pid} has held`);
  held.release();
  await expect(alone(file, () => 'done')).resolves.toBe('done');
});

it('a guest book forgets the dead and tells who remains', () => {
  const book = path.join(directory, 'users');
  const me = signIn(book);
  writeJson(path.join(book, '1.json'), { pid: deadPid(), born: '' });
  writeJson(path.join(book, '2.json'), markOf(process.ppid));
  expect(guests(book).map(({ pid }) => pid).sort()).toEqual([process.pid, process.ppid].sort());
  expect(me.leave()).toBe(1);
  expect(isPresent(undefined)).toBe(false);
});
