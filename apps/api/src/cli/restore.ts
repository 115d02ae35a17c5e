import { loadConfig } from '@fanfare/kernel';
import { restore } from '@fanfare/portability';
import { resolve } from 'node:path';
import { fileArgument, sentenceFor } from './archive-command.js';

/** `npm run restore -- FILE`: a backup into an empty database, all of it or nothing. */
async function main(): Promise<void> {
  const file = resolve(fileArgument('npm run restore -- FILE'));
  const { databaseUrl, dataDir, mediaUrl } = loadConfig(process.env);
  const began = performance.now();
  const { tables, madeAt, media } = await restore({ databaseUrl, file, dataDir, onTable: (name, rows) => console.log(`  ${name.padEnd(28)} ${rows.padStart(10)}`) });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Restored ${tables.length} tables as they were at ${madeAt}, each with the checksum of the original, in ${seconds} s. Everybody signs in again.`);
  if (mediaUrl && media?.files) console.log(`Its pictures are in ${dataDir}/media: copy them, without the folders of two letters, into the storage of MEDIA_URL.`);
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exitCode = 1;
});
