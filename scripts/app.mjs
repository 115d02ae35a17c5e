/**
 * The application as a child process: started, heard, stopped. It speaks over the process channel:
 *   { fanfare: 'progress', message }                              a step of its start is done
 *   { fanfare: 'ready', url, accounts?, password?, lines? }       it serves
 *   { fanfare: 'fatal', message }                                 it cannot; one line that says what to do
 * When we are killed the channel closes, and it ends by itself.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Advice } from './explain.mjs';

/** The application has this long to finish open requests. */
export const DRAIN_SECONDS = 10;

const READY_SECONDS = 300; // The first start loads the demo communities.

/**
 * @typedef {object} App
 * @property {number} pid
 * @property {Promise<any>} ready the message; rejects with an Advice when it ends before
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} ended
 * @property {() => Promise<void>} stop asks it to end, and ends it when it does not
 * @property {() => void} kill
 */

/**
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 * @param {(message: string) => void} onProgress
 * @returns {App}
 */
export function startApp(script, env, onProgress) {
  // Its own process group: Ctrl-C is ours to hand on, once and in order.
  const detached = process.platform !== 'win32';
  const child = spawn(process.execPath, ['--enable-source-maps', script], {
    env, detached, stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  const ready = readiness(child, ended, onProgress);
  ready.catch(() => {}); // whoever awaits it hears of it
  return { pid: child.pid, ready, ended, stop: () => stop(child, ended), kill: () => child.kill('SIGKILL') };
}

function readiness(child, ended, onProgress) {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message?.fanfare === 'progress') onProgress(message.message);
      if (message?.fanfare === 'fatal') reject(new Advice(message.message));
      if (message?.fanfare === 'ready') resolve(message);
    });
    child.once('error', reject);
    ended.then(({ code, signal }) => reject(new Advice(endedEarly(code, signal))));
  });
}

function endedEarly(code, signal) {
  return `The application ended before it was ready (${signal ?? `code ${code}`}): what it printed above tells why.`;
}

async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = delay((DRAIN_SECONDS + 1) * 1000, 'late', { ref: false });
  if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
  await ended;
}

/**
 * Waits until the application says that it can serve.
 * @param {string} origin
 * @throws {Advice} when it does not within five minutes
 */
export async function untilReady(origin) {
  const deadline = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < deadline) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(50);
  }
  throw new Advice(`The application did not become ready within ${READY_SECONDS / 60} minutes: what it printed above tells why.`);
}
