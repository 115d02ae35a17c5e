import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Compares with a document that people review as a diff. `UPDATE_GOLDEN=1 npx vitest run test/contract` writes it anew.
 *
 * @param path from the root of the project
 */
export function expectGolden(path: string, text: string): void {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, text);
  expect(text, `${path} is not what the code says; read the difference, then UPDATE_GOLDEN=1`).toBe(readFileSync(file, 'utf8'));
}
