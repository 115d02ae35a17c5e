/**
 * `npm test [-- FILTER…]`: installs and builds what is missing, checks types, runs every test, and
 * ends with the line `N passed, N failed`. With a filter only the tests run.
 */
import { runTool } from './build.mjs';
import { Advice } from './explain.mjs';
import { prepared, ROOT } from './prepared.mjs';
import { closingLine, exitCode } from './tally.mjs';
import { typeChecker } from './typescript.mjs';
import { runVitest } from './vitest.mjs';

const filters = process.argv.slice(2);

const checkedBy = (configuration) => [typeChecker(ROOT), '--noEmit', '-p', configuration];

/** What a fresh clone brings is known once it is installed. */
const checks = () => [
  { label: 'Types of the scripts', steps: [checkedBy('scripts/tsconfig.json')] },
  { label: 'Types of api, worker and libraries', steps: [checkedBy('tsconfig.json')] },
  {
    label: 'Types of the web app',
    cwd: 'apps/web',
    steps: [
      ['apps/web/codegen.mjs'],
      ['node_modules/@react-router/dev/bin.cjs', 'typegen'],
      checkedBy('tsconfig.json'),
    ],
  },
];

await prepared(test);

async function test({ root, terminal, build }) {
  const failedChecks = [];
  try {
    await build(['api', 'web']);
    if (filters.length === 0) failedChecks.push(...(await check(root, terminal)));
  } catch (error) {
    if (!(error instanceof Advice)) throw error;
    terminal.complain(error.message);
    terminal.say('0 passed, 1 failed');
    return 1;
  }
  const tally = await runVitest({ root, args: filters });
  const total = { ...tally, failed: tally.failed + failedChecks.length };
  for (const label of failedChecks) terminal.complain(`${label}: failed, see above.`);
  if (tally.passed + tally.failed === 0) terminal.complain('No test ran.');
  terminal.say(closingLine(total));
  return exitCode(total);
}

/** All at once: each is one process of one thread. @returns {Promise<string[]>} the labels of those that failed */
async function check(root, terminal) {
  const all = checks();
  const results = await Promise.all(all.map((one) => passes(root, one, terminal)));
  return all.filter((_, index) => !results[index]).map(({ label }) => label);
}

async function passes(root, { label, steps, cwd = '.' }, terminal) {
  const step = terminal.begin(label);
  for (const command of steps) {
    const { code, output } = await runTool(root, command, cwd);
    if (code === 0) continue;
    step.fail();
    terminal.quote(output);
    return false;
  }
  step.done(label);
  return true;
}
