import { loadConfig } from '@fanfare/kernel';
import { chooseStore } from '@fanfare/media';
import { backup } from '@fanfare/portability';
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileArgument, sentenceFor } from './archive-command.js';

/** `npm run backup -- FILE`: everything of this deployment in one file, while it runs. Needs no PostgreSQL programs. */
async function main(): Promise<void> {
  const file = resolve(fileArgument('npm run backup -- FILE'));
  const config = loadConfig(process.env);
  const began = performance.now();
  const { tables, media } = await backup({ databaseUrl: config.databaseUrl, file, store: chooseStore(config), onTable: (name, rows) => console.log(`  ${name.padEnd(28)} ${rows.padStart(10)}`) });
  const rows = tables.reduce((sum, table) => sum + Number(table.rows), 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${basename(file)}: ${rows.toLocaleString('en')} rows of ${tables.length} tables${media.files ? ` and ${media.files.toLocaleString('en')} files of pictures` : ''}, ${megabytes} MB in ${seconds} s.`);
  if (media.gone) console.log(`${media.gone.toLocaleString('en')} files of pictures were not where pictures are kept: taken away meanwhile, or lost.`);
  console.log('It holds personal data and password hashes: keep it where only you can read it.');
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exitCode = 1;
});
