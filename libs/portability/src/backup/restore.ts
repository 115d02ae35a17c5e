import { createDataSource, migrate } from '@fanfare/database';
import type { PictureStore } from '@fanfare/media';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { Archive } from './archive.js';
import { appliedMigrations, copyInSql } from './backup.js';
import { BackupProblem } from './backup.problem.js';
import { SEEDED } from './left-out.js';
import { entryOf, type Manifest, MANIFEST_ENTRY, readManifest, schemaVersion } from './manifest.js';
import { putPictures } from './media-files.js';
import { onConnection, quoted, sumUp, tablesToKeep } from './tables.js';

const NAME = 'fanfare restore';

export interface RestoreRequest {
  readonly databaseUrl: string;
  readonly file: string;
  /** Where the files of pictures go. */
  readonly store: PictureStore;
  readonly onTable?: (name: string, rows: string) => void | Promise<void>;
}

/**
 * Brings an archive into an empty database. The archive is read once and checked before anything is touched; all rows come
 * in one transaction that ends only when every table sums up to what the archive says, so a restore that fails or is killed
 * leaves an empty database. Sessions and codes do not come back.
 *
 * @throws BackupProblem for a damaged archive, one of another schema, and a database that is in use or holds something
 */
export async function restore({ databaseUrl, file, store, onTable = () => {} }: RestoreRequest): Promise<Manifest> {
  const archive = await Archive.open(file);
  try {
    const manifest = await manifestOf(archive);
    await archive.verify();
    await onConnection(databaseUrl, NAME, refuseForeign);
    await migrateEmpty(databaseUrl);
    await onConnection(databaseUrl, NAME, (client, lost) => bringIn(client, { archive, manifest, store, onTable, lost }));
    return manifest;
  } finally {
    archive.close();
  }
}

async function manifestOf(archive: Archive): Promise<Manifest> {
  if (!archive.has(MANIFEST_ENTRY)) throw new BackupProblem('This file is no Fanfare backup.');
  await archive.verify([MANIFEST_ENTRY]);
  return readManifest(await archive.text(MANIFEST_ENTRY));
}

/** A database of another program, or of another version of ours, is left alone. */
async function refuseForeign(client: Client): Promise<void> {
  await refuseInUse(client);
  const applied = await appliedMigrations(client);
  const ours = schemaVersion();
  if (applied.some((name) => !ours.includes(name))) throw new BackupProblem('The database has the schema of another version: restore into an empty database.');
  const { rows } = await client.query<{ name: string }>('SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() LIMIT 1');
  if (applied.length === 0 && rows.length > 0) throw notEmpty(rows[0]!.name);
  if (applied.length === ours.length) await refuseFull(client);
}

async function migrateEmpty(url: string): Promise<void> {
  const source = await createDataSource({ url, poolSize: 2, name: 'fanfare migrations', statementTimeoutMs: 0 }).initialize();
  await migrate(source).finally(() => source.destroy());
}

interface Load {
  readonly archive: Archive;
  readonly manifest: Manifest;
  readonly store: PictureStore;
  readonly onTable: (name: string, rows: string) => void | Promise<void>;
  /** The connection was cut. */
  readonly lost: AbortSignal;
}

async function bringIn(client: Client, { archive, manifest, store, onTable, lost }: Load): Promise<void> {
  await client.query('BEGIN');
  const tables = await everyTable(client);
  await client.query(`LOCK TABLE ${tables.map(quoted).join(', ')} IN ACCESS EXCLUSIVE MODE`);
  await refuseFull(client);
  for (const table of SEEDED) if (table !== 'migrations') await client.query(`DELETE FROM ${quoted(table)}`);
  await withoutRules(client, tables, async () => {
    for (const { name, columns, rows } of manifest.tables) {
      await onTable(name, rows);
      await pipeline(await archive.stream(entryOf(name)), client.query(copyFrom(copyInSql(name, columns))), { signal: lost });
    }
  });
  await setSequences(client, manifest);
  await compare(client, manifest);
  await putPictures(archive, store, manifest.media);
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

async function everyTable(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1');
  return rows.map(({ name }) => name);
}

/** A running process keeps what it read of the empty database, the salt of passwords for one. */
async function refuseInUse(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT application_name AS name FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'fanfare%' LIMIT 1`);
  if (rows[0]) throw new BackupProblem(`Fanfare is at work on this database (${rows[0].name}): stop it, restore, and start it again.`);
}

async function refuseFull(client: Client): Promise<void> {
  for (const name of await everyTable(client)) {
    if (SEEDED.has(name)) continue;
    const { rows } = await client.query(`SELECT FROM ${quoted(name)} LIMIT 1`);
    if (rows.length > 0) throw notEmpty(name);
  }
}

function notEmpty(table: string): BackupProblem {
  return new BackupProblem(`The database is not empty (${table} holds rows): restore into an empty database.`);
}

/**
 * Foreign keys are taken down and put up again, which checks every row, and our triggers rest: what they would compute is in
 * the archive. Needs no more right than owning the tables.
 */
async function withoutRules(client: Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<{ table: string; name: string; rule: string }>(`
    SELECT c.conrelid::regclass::text AS "table", quote_ident(c.conname) AS name, pg_get_constraintdef(c.oid) AS rule
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace ORDER BY 1, 2`);
  const all = (statements: readonly string[]) => client.query(statements.join(';\n')); // some hundred: one way to the server
  await all([
    ...keys.map(({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${name}`),
    ...tables.map((table) => `ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`),
  ]);
  await work();
  await all([
    ...keys.map(({ table, name, rule }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${rule}`),
    ...tables.map((table) => `ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`),
  ]);
}

/** A sequence read beside the snapshot may be behind a row that was numbered before it; it goes on after both. */
async function setSequences(client: Client, { sequences }: Manifest): Promise<void> {
  for (const { table, column, value } of sequences) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), greatest($3::bigint, (SELECT max(${quoted(column)}) FROM ${quoted(table)})))`,
      [quoted(table), column, value],
    );
  }
}

async function compare(client: Client, manifest: Manifest): Promise<void> {
  const now = new Map((await tablesToKeep(client)).map((table) => [table.name, table]));
  for (const { name, rows, checksum } of manifest.tables) {
    const found = await sumUp(client, now.get(name)!);
    if (found.rows !== rows || found.checksum !== checksum) throw new BackupProblem(`The table ${name} did not come out as it went in: nothing was restored.`);
  }
}
