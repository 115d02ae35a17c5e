/**
 * `npm run eval [-- trust|rings|votes|spam|intake|words PATHS [--json]]`: measures genuineness and intake on data (see
 * docs/EVALUATION.md). Needs no database and no build. Without a part all of it, intake's chapter last.
 */
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { prepared, ROOT } from './prepared.mjs';
import { onStop } from './stopping.mjs';

const OF_INTAKE = ['spam', 'intake', 'words', 'chapter'];
const asked = process.argv.slice(2);
const part = asked.find((argument) => !argument.startsWith('-'));

await prepared(async () => {
  if (part !== undefined) return measured(OF_INTAKE.includes(part) ? 'intake' : 'reputation', asked);
  return (await measured('reputation', asked)) || (process.env.FANFARE_DATA ? measured('intake', ['chapter', ...asked]) : 0);
});

/** Runs a room's evaluation; answers how it ended. */
async function measured(room, args) {
  const hook = path.join(ROOT, 'scripts/typescript-hook.mjs');
  const main = path.join(ROOT, `libs/${room}/src/eval/main.ts`);
  const typescript = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', '--import', `file://${hook}`];
  const child = spawn(process.execPath, [...typescript, main, ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  });
  onStop((signal) => child.kill(signal));
  const [code, signal] = await once(child, 'exit');
  return code ?? (signal ? 130 : 1);
}
