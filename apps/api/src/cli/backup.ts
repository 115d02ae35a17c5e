import { loadConfig } from '@fanfare/kernel';
import { backup } from '@fanfare/portability';
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileArgument, sentenceFor } from './archive-command.js';

/** `npm run backup -- FILE`: everything of this deployment in one file, while it runs. Needs no PostgreSQL programs. */
async function main(): Promise<void> {
  const file = resolve(fileArgument('npm run backup -- FILE'));
  const { databaseUrl, dataDir, mediaUrl } = loadConfig(process.env);
  const began = performance.now();
  const { tables, media } = await backup({ databaseUrl, file, dataDir: mediaUrl ? null : dataDir, onTable: (name, rows) => console.log(`  ${name.padEnd(28)} ${rows.padStart(10)}`) });
  const rows = tables.reduce((sum, table) => sum + Number(table.rows), 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${basename(file)}: ${rows.toLocaleString('en')} rows of ${tables.length} tables${media?.files ? ` and ${media.files} files` : ''}, ${megabytes} MB in ${seconds} s.`);
  if (mediaUrl) console.log('Pictures are not in it: they stay in the storage of MEDIA_URL.');
  console.log('It holds personal data and password hashes: keep it where only you can read it.');
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exitCode = 1;
});
