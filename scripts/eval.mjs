/**
 * `npm run eval [-- trust|rings|votes PATHS [--json]]`: measures genuineness on data (see docs/EVALUATION.md). Needs no
 * database and no build.
 */
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { prepared, ROOT } from './prepared.mjs';
import { onStop } from './stopping.mjs';

await prepared(async () => {
  const hook = path.join(ROOT, 'scripts/typescript-hook.mjs');
  const main = path.join(ROOT, 'libs/reputation/src/eval/main.ts');
  const child = spawn(process.execPath, ['--import', `file://${hook}`, main, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  });
  onStop((signal) => child.kill(signal));
  const [code, signal] = await once(child, 'exit');
  return code ?? (signal ? 130 : 1);
});
