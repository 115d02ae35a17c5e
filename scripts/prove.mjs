/**
 * `npm run prove [-- FILTER…]`: the proofs that take longer than a person waits for: fresh clones, full imports, fire.
 */
import { prepared } from './prepared.mjs';
import { closingLine, exitCode } from './tally.mjs';
import { runVitest } from './vitest.mjs';

await prepared(
  async ({ root, terminal }) => {
    const args = ['--project', 'prove', ...process.argv.slice(2)];
    const tally = await runVitest({ root, args, env: { FANFARE_PROVE: '1' } });
    terminal.say(closingLine(tally));
    return exitCode(tally);
  },
  { parts: ['api', 'web'] },
);
