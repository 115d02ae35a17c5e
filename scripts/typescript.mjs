/**
 * The compiler that checks types: TypeScript 7, a native program that does so in a fifth of the time. It has no compiler to
 * call from JavaScript, which builds need, so TypeScript 6 builds; where 7 is not installed, 6 checks too.
 * `node scripts/typescript.mjs ARGUMENT…` runs it.
 */
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const NATIVE = `node_modules/@typescript/typescript-${process.platform}-${process.arch}`;

/** @param {string} root @returns {string} the script to run, from the root */
export function typeChecker(root) {
  const isThere = [NATIVE, 'node_modules/typescript-7'].every((directory) => fs.existsSync(path.join(root, directory)));
  return `node_modules/${isThere ? 'typescript-7' : 'typescript'}/bin/tsc`;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { status } = spawnSync(process.execPath, [path.join(ROOT, typeChecker(ROOT)), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
