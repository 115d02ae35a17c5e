import { loadConfig } from '@fanfare/kernel';
import { chooseStore } from '@fanfare/media';
import { restore } from '@fanfare/portability';
import { resolve } from 'node:path';
import { fileArgument, sentenceFor } from './archive-command.js';

/** `npm run restore -- FILE`: a backup into an empty database, all of it or nothing. */
async function main(): Promise<void> {
  const file = resolve(fileArgument('npm run restore -- FILE'));
  const config = loadConfig(process.env);
  const began = performance.now();
  const { tables, madeAt, media } = await restore({ databaseUrl: config.databaseUrl, file, store: chooseStore(config), onTable: (name, rows) => console.log(`  ${name.padEnd(28)} ${rows.padStart(10)}`) });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Restored ${tables.length} tables as they were at ${madeAt}, each with the checksum of the original, in ${seconds} s. Everybody signs in again.`);
  if (media.files) console.log(`Its ${media.files.toLocaleString('en')} files of pictures are ${config.mediaUrl ? 'in the storage of MEDIA_URL' : `in ${config.dataDir}/media`}.`);
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exitCode = 1;
});
