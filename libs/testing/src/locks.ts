import type { Database } from '@fanfare/database';
import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 10_000;

const WAITING = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** Settles as soon as a statement (or so many) waits for a lock in this database; throws when none does within ten seconds. */
export async function somebodyWaits(db: Database, many = 1): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  while (Date.now() < deadline) {
    const [row] = await db.query<{ count: number }>(WAITING);
    if (row!.count >= many) return;
    await delay(5);
  }
  throw new Error('Nobody waited for a lock');
}
