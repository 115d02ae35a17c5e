import type { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';

/** One number for "fanfare migrates": processes that start together queue up behind it. */
const MIGRATION_LOCK = 4_021_977;

/**
 * Brings the schema up to date; processes that start together take turns. Give it a data source without a statement
 * timeout. Answers the names of what ran.
 */
export async function migrate(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await source.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
  }
}

/** Whether the database answers and holds every migration this program knows. */
export async function isMigrated(source: DataSource): Promise<boolean> {
  const [row] = (await source.query('SELECT count(*)::int AS applied FROM migrations')) as { applied: number }[];
  return (row?.applied ?? 0) >= migrations.length;
}
