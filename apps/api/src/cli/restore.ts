import { loadConfig } from '@fanfare/kernel';
import { restore } from '@fanfare/portability';
import { resolve } from 'node:path';
import { fileArgument, sentenceFor } from './archive-command.js';

/** `npm run restore -- FILE`: a backup into an empty database, all of it or nothing. */
async function main(): Promise<void> {
  const file = resolve(fileArgument('npm run restore -- FILE'));
  const { databaseUrl, dataDir } = loadConfig(process.env);
  const began = performance.now();
  const { tables, madeAt } = await restore({ databaseUrl, file, dataDir, onTable: (name, rows) => console.log(`  ${name.padEnd(28)} ${rows.padStart(10)}`) });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Restored ${tables.length} tables as they were at ${madeAt}, each with the checksum of the original, in ${seconds} s. Everybody signs in again.`);
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exitCode = 1;
});
