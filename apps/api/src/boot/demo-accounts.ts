import { ConfigError } from '@fanfare/kernel';
import { DEMO_EMAILS } from '@fanfare/portability';
import type { DataSource } from 'typeorm';

const FIND = 'SELECT 1 FROM accounts WHERE email = ANY ($1::citext[]) AND email_confirmed_at IS NOT NULL LIMIT 1';

/** A database that was once a demo holds accounts, an operator's among them, whose password everybody knows. @throws ConfigError */
export async function refuseDemoAccounts(source: DataSource): Promise<void> {
  const rows: unknown[] = await source.query(FIND, [DEMO_EMAILS]);
  if (rows.length > 0) {
    throw new ConfigError('DATABASE_URL holds the demo and its accounts with a public password: give production a database of its own.');
  }
}
