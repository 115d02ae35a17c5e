import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in the package.json that this program belongs to, whether it runs from source or built. */
export const VERSION: string = versionAbove(dirname(fileURLToPath(import.meta.url)));

function versionAbove(directory: string): string {
  const file = join(directory, 'package.json');
  if (existsSync(file)) {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (name === 'fanfare' && version) return version;
  }
  const parent = dirname(directory);
  return parent === directory ? 'unknown' : versionAbove(parent);
}
