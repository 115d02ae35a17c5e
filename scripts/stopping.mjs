/**
 * One place that hears the wish to stop: Ctrl-C, a signal, a closed terminal, or the end of the process that runs us.
 * Until somebody says otherwise it ends the tools (npm, compilers) that we run, and us.
 */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** A Ctrl-C may reach us twice, from the terminal and through npm; only a later one is a second wish. */
const ECHO_MS = 1000;
const PARENT_MS = 500;

/** @type {Set<import('node:child_process').ChildProcess>} */
const tools = new Set();

/** @type {(signal: NodeJS.Signals) => void} */
let handler = (signal) => {
  stopTools();
  process.exit(signal === 'SIGINT' ? 130 : 143);
};

let heardAt = 0;
let listening = false;

/** Begins to listen; the default is to end what runs, and us. */
export function listenForStop() {
  if (listening) return;
  listening = true;
  for (const signal of SIGNALS) process.on(signal, () => hear(signal));
  if (process.send) process.once('disconnect', () => hear('SIGTERM'));
  if (process.env.npm_lifecycle_event && process.platform !== 'win32') watchParent();
}

/** npm hands SIGTERM to a shell that ends without a word to us; we see it by our parent. */
function watchParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    hear('SIGTERM');
  }, PARENT_MS).unref();
}

function hear(signal) {
  if (Date.now() - heardAt < ECHO_MS) return;
  heardAt = Date.now();
  handler(signal);
}

/** @param {(signal: NodeJS.Signals) => void} replacement called on each wish to stop */
export function onStop(replacement) {
  listenForStop();
  handler = replacement;
}

/**
 * Ends this child with us.
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 * @returns {T}
 */
export function trackTool(child) {
  tools.add(child);
  child.once('close', () => tools.delete(child)).once('error', () => tools.delete(child));
  return child;
}

export function stopTools() {
  for (const child of tools) child.kill('SIGTERM');
}
