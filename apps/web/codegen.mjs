/**
 * Writes what the web app derives from other files: typed GraphQL documents and compiled catalogues.
 * Runs before every build: `node apps/web/codegen.mjs`. With `--types`, before a typecheck, React Router types the routes too.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { WEB } from './build/files.mjs';
import { writeDocuments } from './build/documents.mjs';
import { writeWords } from './build/words.mjs';

await Promise.all([writeDocuments(), writeWords()]);

if (process.argv.includes('--types')) {
  const router = path.join(WEB, '../../node_modules/@react-router/dev/bin.cjs');
  const { status } = spawnSync(process.execPath, [router, 'typegen'], { cwd: WEB, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
