import { createTestDatabase } from '@fanfare/testing';
import type { Pool } from 'pg';
import { expect, it } from 'vitest';
import { createDataSource } from './data-source.js';

it('a connection that the server cuts while nobody listens does not end the process', async () => {
  const database = await createTestDatabase();
  const source = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
  try {
    const pool = (source.driver as unknown as { master: Pool }).master;
    const client = await pool.connect(); // checked out, and nobody else listens
    expect(client.listenerCount('error')).toBeGreaterThan(0);
    const ended = new Promise((resolve) => client.once('end', resolve));
    await source.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    await ended;
    client.release(true);
    expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  } finally {
    await source.destroy();
    await database.drop();
  }
});
