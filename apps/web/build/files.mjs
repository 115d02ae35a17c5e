import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The web app's folder. */
export const WEB = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder @param {string} ending @returns {string[]} files under it, sorted */
export function filesUnder(folder, ending) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.split(path.sep).includes('generated'))
    .map((name) => path.join(folder, name))
    .sort();
}

/** Writes only what changed, so that watchers and builds stay quiet otherwise. @param {string} file @param {string} text */
export function writeIfChanged(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}
