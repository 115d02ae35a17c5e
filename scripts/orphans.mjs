/**
 * Compilers leave the output of a source that was renamed or removed; it could still be imported, so it goes.
 */
import fs from 'node:fs';
import path from 'node:path';

const COMPILED = ['dist/apps/api', 'dist/apps/worker', 'dist/libs'];
const OUTPUT = /\.(js|js\.map|d\.ts)$/;

/** @param {string} root @returns {string[]} what was removed, from the root */
export function removeOrphans(root) {
  return COMPILED.flatMap((directory) => orphansIn(root, directory)).map((file) => {
    fs.rmSync(path.join(root, file));
    return file;
  });
}

function orphansIn(root, directory) {
  if (!fs.existsSync(path.join(root, directory))) return [];
  return fs.readdirSync(path.join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const file = `${directory}/${entry.name}`;
    if (entry.isDirectory()) return orphansIn(root, file);
    return OUTPUT.test(file) && !hasSource(root, file) ? [file] : [];
  });
}

function hasSource(root, file) {
  const stem = file.replace(/^dist\//, '').replace(OUTPUT, '');
  return ['.ts', '.tsx'].some((extension) => fs.existsSync(path.join(root, stem + extension)));
}
