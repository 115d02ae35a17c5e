import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDataSource, migrate, migrations } from '@fanfare/database';
import { Client } from 'pg';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 7_310_442;
const PREPARING_LOCK = 7_310_443;
const MIGRATIONS = fileURLToPath(new URL('../../database/src/migrations/', import.meta.url));

/** A migrated database of the caller's own, cloned from a template in some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = await connectAdmin();
  try {
    const template = await ensureTemplate(admin);
    return await clone(admin, template);
  } finally {
    await admin.end();
  }
}

/**
 * A clone of a migrated database that was prepared once on this server: `prepare` gets the address of the first, and must
 * have left it when it is done. The name says what is in it; on a server that outlives its code that may become untrue.
 */
export async function createPreparedDatabase(name: string, prepare: (url: string) => Promise<void>): Promise<TestDatabase> {
  const admin = await connectAdmin();
  try {
    const template = `${await ensureTemplate(admin)}_${name}`;
    await once(admin, PREPARING_LOCK, template, async () => {
      const { url } = await clone(admin, templateName(), template);
      await prepare(url);
      await leftBy(admin, template);
    });
    return await clone(admin, template);
  } finally {
    await admin.end();
  }
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const admin = await connectAdmin();
  try {
    return await clone(admin, 'template0');
  } finally {
    await admin.end();
  }
}

function adminUrl(): string {
  const url = process.env['FANFARE_TEST_DATABASE_URL'];
  if (!url) throw new Error('FANFARE_TEST_DATABASE_URL is not set: run the tests through vitest’s own set-up.');
  return url;
}

async function connectAdmin(): Promise<Client> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  return client;
}

function urlOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** The template's name says which migrations made it, so an edited migration makes a new one. */
function templateName(): string {
  const hash = createHash('sha256');
  for (const migration of migrations) hash.update(new migration().name);
  for (const file of readdirSync(MIGRATIONS).sort()) hash.update(readFileSync(join(MIGRATIONS, file)));
  return `fanfare_template_${hash.digest('hex').slice(0, 16)}`;
}

async function ensureTemplate(admin: Client): Promise<string> {
  const name = templateName();
  await once(admin, TEMPLATE_LOCK, name, async () => {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    const source = await createDataSource({ url: urlOf(name), poolSize: 2 }).initialize();
    await migrate(source).finally(() => source.destroy());
  });
  return name;
}

/** Makes a template that nobody made yet; of those who want it at once, one makes it and the others wait. */
async function once(admin: Client, lock: number, name: string, make: () => Promise<void>): Promise<void> {
  await admin.query('SELECT pg_advisory_lock($1)', [lock]);
  try {
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (found.rowCount !== 0) return;
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await make();
    await admin.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [lock]);
  }
}

const freshName = () => `fanfare_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;

async function clone(admin: Client, template: string, name = freshName()): Promise<TestDatabase> {
  await admin.query('SELECT pg_advisory_lock_shared($1)', [TEMPLATE_LOCK]);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY WAL_LOG`);
  await admin.query('SELECT pg_advisory_unlock_shared($1)', [TEMPLATE_LOCK]);
  return { url: urlOf(name), drop: () => drop(name) };
}

/** Connections that were just closed may still be leaving: they get a moment. */
async function leftBy(admin: Client, name: string): Promise<void> {
  for (let wait = 0; wait < 40 && (await isInUse(admin, name)); wait += 1) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function drop(name: string): Promise<void> {
  const admin = await connectAdmin();
  try {
    await leftBy(admin, name);
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } finally {
    await admin.end();
  }
}

async function isInUse(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [name]);
  return (rowCount ?? 0) > 0;
}
