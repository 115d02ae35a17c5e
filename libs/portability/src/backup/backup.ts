import { Readable } from 'node:stream';
import { VERSION } from '@fanfare/access';
import { existsSync } from 'node:fs';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ZipFile } from 'yazl';
import { writeArchive } from './archive.js';
import { BackupProblem } from './backup.problem.js';
import { entryOf, FORMAT, FORMAT_VERSION, type Manifest, MANIFEST_ENTRY, schemaVersion } from './manifest.js';
import { type MediaFile, mediaFiles, readMediaFile } from './media-files.js';
import { onConnection, quoted, rowsSql, sumUp, type TablePlan, tablesToKeep } from './tables.js';

export interface BackupRequest {
  readonly databaseUrl: string;
  /** Where the archive goes; must not exist. */
  readonly file: string;
  /** Folder with `media/`; null when uploads are kept elsewhere. */
  readonly dataDir: string | null;
  /** Told of each table as its turn comes. */
  readonly onTable?: (name: string, rows: string) => void | Promise<void>;
}

/**
 * Writes everything of a deployment into one zip, while people go on: one snapshot of the database, taken by a transaction
 * that only reads, so it holds back nobody and nobody's unfinished work is in it.
 *
 * @throws BackupProblem when the file exists or the database has another version's schema
 */
export async function backup({ databaseUrl, file, dataDir, onTable = () => {} }: BackupRequest): Promise<Manifest> {
  if (existsSync(file)) throw new BackupProblem(`There is a file ${file} already: choose another name.`);
  return onConnection(databaseUrl, 'fanfare backup', async (client, lost) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await tablesToKeep(client);
    const described = await describe(client, tables);
    const media = dataDir === null ? null : await mediaFiles(dataDir);
    const manifest = { ...described, media: media && { files: media.length, bytes: media.reduce((sum, { bytes }) => sum + bytes, 0) } };
    await writeArchive(file, (zip) => fill(zip, client, { manifest, tables, media: media ?? [], onTable }), lost);
    return manifest;
  });
}

async function describe(client: Client, tables: readonly TablePlan[]): Promise<Omit<Manifest, 'media'>> {
  const applied = await appliedMigrations(client);
  const ours = schemaVersion();
  if (applied.join() !== ours.join()) {
    throw new BackupProblem(`The database has the schema ${applied.at(-1) ?? '(none)'}, this version ${ours.at(-1)}: start this version once, then back up.`);
  }
  const { rows } = await client.query<{ server: string }>(`SELECT current_setting('server_version') AS server`);
  const archived = [];
  for (const table of tables) archived.push({ name: table.name, columns: table.columns.map(({ name }) => name), ...(await sumUp(client, table)) });
  return {
    format: FORMAT, formatVersion: FORMAT_VERSION, program: VERSION, server: rows[0]!.server, madeAt: new Date().toISOString(),
    migrations: ours, tables: archived, sequences: await sequences(client, tables),
  };
}

/** Names of the migrations a database has had, in order; none for a database that is not ours. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass('migrations') IS NOT NULL AS found`);
  if (!rows[0]!.found) return [];
  const applied = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY "timestamp"');
  return applied.rows.map(({ name }) => name);
}

async function sequences(client: Client, tables: readonly TablePlan[]): Promise<Manifest['sequences']> {
  const columns = tables.flatMap(({ name, columns }) => columns.map((column) => ({ table: name, column: column.name })));
  const { rows } = await client.query<{ table: string; column: string; value: string }>(
    `SELECT "table", "column", last_value::text AS value
     FROM unnest($1::text[], $2::text[]) AS c ("table", "column"), pg_get_serial_sequence(quote_ident("table"), "column") AS sequence,
       pg_sequences s
     WHERE sequence IS NOT NULL AND quote_ident(s.schemaname) || '.' || quote_ident(s.sequencename) = sequence AND last_value IS NOT NULL`,
    [columns.map(({ table }) => table), columns.map(({ column }) => column)],
  );
  return rows;
}

interface Content {
  readonly manifest: Manifest;
  readonly tables: readonly TablePlan[];
  readonly media: readonly MediaFile[];
  readonly onTable: (name: string, rows: string) => void | Promise<void>;
}

/** Entries are pulled one after the other, so each COPY begins when its turn comes and rows never pile up. */
function fill(zip: ZipFile, client: Client, { manifest, tables, media, onTable }: Content): void {
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), MANIFEST_ENTRY);
  for (const [at, table] of tables.entries()) {
    const begin = async () => {
      await onTable(table.name, manifest.tables[at]!.rows);
      const rows = client.query(copyTo(`COPY (${rowsSql(table)}) TO STDOUT`));
      rows.on('error', () => undefined); // also heard when the connection was cut before anybody listened
      return rows;
    };
    zip.addReadStreamLazy(entryOf(table.name), (give) => void begin().then((rows) => give(null, rows), (error: Error) => give(error, Readable.from([]))));
  }
  for (const file of media) zip.addReadStreamLazy(file.entry, { compress: false }, (give) => give(null, readMediaFile(file)));
}

export const copyInSql = (table: string, columns: readonly string[]) => `COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`;
