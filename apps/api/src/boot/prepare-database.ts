import { createDataSource, migrate } from '@fanfare/database';
import { settleRanks } from '@fanfare/ideas';
import type { Config } from '@fanfare/kernel';
import { refuseDemoAccounts } from './demo-accounts.js';

/**
 * Brings the database to where this program can serve from it: its schema, and orders that came out of another server.
 *
 * @returns how many migrations ran
 * @throws Error in production, when the database was a demo
 */
export async function prepareDatabase({ databaseUrl, production }: Pick<Config, 'databaseUrl' | 'production'>): Promise<number> {
  const source = await createDataSource({ url: databaseUrl, poolSize: 2, name: 'fanfare migrations', statementTimeoutMs: 0 }).initialize();
  try {
    const done = await migrate(source);
    if (production) await refuseDemoAccounts(source);
    await source.transaction((tx) => settleRanks(tx));
    return done.length;
  } finally {
    await source.destroy();
  }
}
