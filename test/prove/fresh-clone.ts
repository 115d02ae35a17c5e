import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A clone of what is committed here, as somebody has it who has just typed `git clone`. */
export function freshClone(parentMode = 0o755): { parent: string; directory: string; remove: () => void } {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'fanfare-clone-'));
  fs.chmodSync(parent, parentMode);
  const directory = path.join(parent, 'fanfare');
  const { status, stderr } = spawnSync('git', ['clone', '--quiet', ROOT, directory], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { parent, directory, remove: () => fs.rmSync(parent, { recursive: true, force: true, maxRetries: 5 }) };
}

export interface Person {
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

export interface StartOptions {
  readonly directory: string;
  readonly env?: Record<string, string>;
  /** Who types the command; the user of this process unless said. */
  readonly as?: Person;
  readonly command?: readonly [string, ...string[]];
}

/** `npm start` in a terminal of its own. */
export class Start {
  output = '';
  readonly began = Date.now();
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor({ directory, env = {}, as, command = ['npm', 'start', '--silent'] }: StartOptions) {
    const [program, ...args] = command;
    this.child = spawn(program, args, {
      cwd: directory,
      env: { ...cleanEnvironment(), ...(as && { HOME: as.home }), ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(as && { uid: as.uid, gid: as.gid }),
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => (this.output += chunk));
    }
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** Waits for the greeting. @returns seconds since the command was typed */
  async ready(): Promise<number> {
    let over = false;
    void this.ended.then(() => (over = true));
    await until(() => over || this.output.includes('Ctrl-C stops it.'), 600);
    if (over) throw new Error(`It ended before it was ready:\n${this.output}`);
    return (Date.now() - this.began) / 1000;
  }

  /** Ctrl-C: the terminal tells every process of the foreground. */
  async interrupt(): Promise<void> {
    process.kill(-this.pid, 'SIGINT');
    await this.ended;
  }

  /** kill -9 of npm and of all that is in the terminal; what runs in the background is not asked. */
  async kill(): Promise<void> {
    process.kill(-this.pid, 'SIGKILL');
    await this.ended;
  }

  private get pid(): number {
    if (!this.child.pid) throw new Error('It did not start.');
    return this.child.pid;
  }
}

/** Neither the npm that runs the tests nor its packages may help a fresh clone. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|FANFARE_|VITEST|NODE_|TEST$|INIT_CWD)/.test(name));
  const search = (process.env['PATH'] ?? '').split(path.delimiter).filter((entry) => !entry.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: search.join(path.delimiter), NO_COLOR: '1' };
}

export async function until(question: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await question())) {
    if (Date.now() > deadline) throw new Error(`Not within ${seconds} seconds: ${question}`);
    await delay(50);
  }
}

/** What runs from a clone, by command line: nothing, once it was stopped. */
export function processesOf(directory: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,stat,args'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(directory) && !/^\s*\d+\s+Z/.test(line));
}

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
