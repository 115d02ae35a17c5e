/**
 * Processes of one clone agree here: who goes first, and who still uses the database. Files name processes; a file of
 * a process that is gone counts for nothing.
 */
import fs from 'node:fs';
import path from 'node:path';
import { isAlive, poll } from './server.mjs';

/** @typedef {{ pid: number, born: string }} Mark a process, told apart from a later one with the same number */

/** @param {number} [pid] @returns {Mark} */
export function markOf(pid = process.pid) {
  return { pid, born: birth(pid) };
}

/** Boot and start time where the system tells (Linux); elsewhere the number alone must do. */
function birth(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return '';
  }
}

/** @param {Mark | undefined} mark */
export function isPresent(mark) {
  if (!mark?.pid || !isAlive(mark.pid)) return false;
  return mark.born === '' || mark.born === birth(mark.pid);
}

/** @param {string} file @returns {any} undefined when it is missing or half written */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Replaces a file whole, so that nobody reads half of it. */
export function writeJson(file, value) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  fs.renameSync(draft, file);
}

/**
 * Takes a name for this process, unless a living one holds it.
 * @param {string} file
 * @param {object} [facts] what others may know about the holder
 * @returns {{ taken: boolean, holder?: any, update: (facts: object) => void, release: () => void }} `holder` says who has it
 *   when it was not taken
 */
export function claim(file, facts = {}) {
  for (;;) {
    if (linkNew(file, { ...markOf(), ...facts })) break;
    const holder = readJson(file);
    if (isPresent(holder)) return { taken: false, holder, update: () => {}, release: () => {} };
    removeIfUnchanged(file, holder);
  }
  return {
    taken: true,
    update: (more) => writeJson(file, { ...markOf(), ...facts, ...more }),
    release: () => fs.rmSync(file, { force: true }),
  };
}

/** A link appears with its content, and only where nothing is: of several processes one succeeds. */
function linkNew(file, content) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    if (['EPERM', 'ENOTSUP', 'ENOSYS'].includes(error.code)) return copyNew(draft, file); // no links on this disk
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function copyNew(draft, file) {
  try {
    fs.copyFileSync(draft, file, fs.constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two may find the same dead holder: only the one that moves it away deletes it. */
function removeIfUnchanged(file, holder) {
  const aside = `${file}.gone-${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const moved = readJson(aside);
  if (isPresent(moved) && moved.pid !== holder?.pid) fs.renameSync(aside, file);
  else fs.rmSync(aside, { force: true });
}

/**
 * Runs alone among the processes that use the same file.
 * @template T
 * @param {string} file
 * @param {() => Promise<T> | T} work
 * @param {{ seconds?: number, onWait?: () => void }} [options]
 * @returns {Promise<T>}
 */
export async function alone(file, work, { seconds = 300, onWait } = {}) {
  let told = false;
  let claimed = claim(file);
  await poll(seconds, () => {
    if (claimed.taken) return true;
    if (!told) onWait?.();
    told = true;
    claimed = claim(file);
    return claimed.taken;
  });
  if (!claimed.taken) throw new Error(`Process ${claimed.holder?.pid} has held ${file} for ${seconds} seconds.`);
  try {
    return await work();
  } finally {
    claimed.release();
  }
}

/**
 * Enters this process in a guest book; leaving tells how many living guests remain.
 * @param {string} directory
 * @returns {{ leave: () => number }}
 */
export function signIn(directory) {
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  const page = path.join(directory, `${process.pid}.json`);
  writeJson(page, markOf());
  return {
    leave: () => {
      fs.rmSync(page, { force: true });
      return guests(directory).length;
    },
  };
}

/** @param {string} directory @returns {Mark[]} the living guests; pages of the dead are torn out */
export function guests(directory) {
  const names = fs.readdirSync(directory).filter((name) => name.endsWith('.json'));
  return names.flatMap((name) => {
    const page = path.join(directory, name);
    const mark = readJson(page);
    if (isPresent(mark)) return [mark];
    fs.rmSync(page, { force: true });
    return [];
  });
}
