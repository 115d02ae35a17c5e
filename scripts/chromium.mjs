/**
 * Finds a Chromium for the browser tests: the one named by CHROMIUM_PATH, else the one packed in @sparticuz/chromium (Linux,
 * x64), unpacked once, else the system's, else Playwright's. The packed one is built without windows of its own (Chromium's
 * "headless shell") and takes little more than half the time of a desktop's. `node scripts/chromium.mjs` prints which.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Advice } from './explain.mjs';
import { cacheDirectories, isPrivatelyOwned, makeReachable } from './postgres/places.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium that starts here. Launch it with `chromium.launch({ executablePath })` of playwright-core, whose
 * own arguments suit each of them.
 * @param {{ env?: NodeJS.ProcessEnv, root?: string }} [options]
 * @returns {Promise<string>}
 * @throws {Advice} when there is none
 */
export async function chromiumExecutable({ env = process.env, root = ROOT } = {}) {
  if (env.CHROMIUM_PATH) return requireRunning(env.CHROMIUM_PATH);
  const executable = unpacked(root) ?? [...onPath(env.PATH ?? ''), ...ELSEWHERE, await playwrights()].find((file) => file && runs(file));
  if (executable) return executable;
  throw new Advice('Found no Chromium for the browser tests: install one (apt-get install chromium), or set CHROMIUM_PATH.');
}

function requireRunning(file) {
  if (runs(file)) return file;
  throw new Advice(`CHROMIUM_PATH (${file}) does not start: correct it, or leave it out.`);
}

function onPath(search) {
  return NAMES.flatMap((name) => search.split(path.delimiter).filter(Boolean).map((directory) => path.join(directory, name)));
}

async function playwrights() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

/** On a desktop `--version` would open nothing but may be slow; a missing library shows at once. */
function runs(file) {
  return fs.existsSync(file) && spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0;
}

/** Unpacks beside our other copies and renames, so that tests that start at once share one whole copy. */
function unpacked(root) {
  const manifest = path.join(root, 'node_modules/@sparticuz/chromium/package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync(manifest)) return undefined;
  const { version } = createRequire(import.meta.url)(manifest);
  for (const parent of cacheDirectories(root)) {
    const home = path.join(parent, `chromium-${version}`);
    try {
      if (!fs.existsSync(path.join(home, 'start'))) unpack(root, home);
    } catch (error) {
      if (error.code === 'ENOSPC') throw error;
      continue;
    }
    if (isPrivatelyOwned(home) && runs(path.join(home, 'start'))) return path.join(home, 'start');
  }
  return undefined;
}

function unpack(root, home) {
  makeReachable(path.dirname(home));
  const draft = fs.mkdtempSync(`${home}.`);
  try {
    inflate(root, draft);
    fs.chmodSync(draft, 0o755);
    fs.writeFileSync(path.join(draft, 'fonts', 'fonts.conf'), fontConfiguration(path.join(home, 'fonts')));
    fs.writeFileSync(path.join(draft, 'start'), starter(), { mode: 0o755 });
    fs.renameSync(draft, home);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(path.join(home, 'start'))) throw error;
  }
}

/** The package unpacks into the temporary directory only; the variable makes it add the libraries that it brings. */
function inflate(root, directory) {
  const code = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  const result = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root, encoding: 'utf8', env: { ...process.env, TMPDIR: directory, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  if (result.status !== 0) throw Object.assign(new Error(result.stderr), /ENOSPC/.test(result.stderr) && { code: 'ENOSPC' });
}

/** The one it brings looks for fonts in places that are not ours. */
function fontConfiguration(fonts) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`;
}

/** Its libraries and fonts are for systems that have none of their own. */
function starter() {
  return `#!/bin/sh
here=\${0%/*}
if ! "$here/chromium" --version >/dev/null 2>&1; then
  export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(await chromiumExecutable());
}
