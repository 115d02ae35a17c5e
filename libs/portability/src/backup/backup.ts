import { Readable } from 'node:stream';
import { VERSION } from '@fanfare/access';
import type { PictureStore } from '@fanfare/media';
import { existsSync } from 'node:fs';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ZipFile } from 'yazl';
import { addLater, writeArchive } from './archive.js';
import { BackupProblem } from './backup.problem.js';
import { entryOf, FORMAT, FORMAT_VERSION, type Manifest, MANIFEST_ENTRY, MEDIA_FOLDER, schemaVersion } from './manifest.js';
import { PictureFiles, pictureFiles } from './media-files.js';
import { onConnection, quoted, rowsSql, sumUp, type TablePlan, tablesToKeep } from './tables.js';

export interface BackupRequest {
  readonly databaseUrl: string;
  /** Where the archive goes; must not exist. */
  readonly file: string;
  /** Where the files of pictures are. */
  readonly store: PictureStore;
  /** Told of each table as its turn comes. */
  readonly onTable?: (name: string, rows: string) => void | Promise<void>;
}

/**
 * Writes everything of a deployment into one zip, while people go on: one snapshot of the database, taken by a transaction
 * that only reads, so it holds back nobody and nobody's unfinished work is in it; then each picture it names.
 *
 * @throws BackupProblem when the file exists, the database has another version's schema or the store does not answer
 */
export async function backup({ databaseUrl, file, store, onTable = () => {} }: BackupRequest): Promise<Manifest> {
  if (existsSync(file)) throw new BackupProblem(`There is a file ${file} already: choose another name.`);
  return onConnection(databaseUrl, 'fanfare backup', async (client, lost) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await tablesToKeep(client);
    const described = await describe(client, tables);
    const media = new PictureFiles(store, await pictureFiles(client));
    await writeArchive(file, (zip) => fill(zip, client, { described, tables, media, onTable }), lost);
    return { ...described, media: media.sum };
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
  readonly described: Omit<Manifest, 'media'>;
  readonly tables: readonly TablePlan[];
  readonly media: PictureFiles;
  readonly onTable: (name: string, rows: string) => void | Promise<void>;
}

/** Entries are pulled one after the other, so each COPY begins when its turn comes and rows never pile up; the manifest knows all. */
function fill(zip: ZipFile, client: Client, { described, tables, media, onTable }: Content): void {
  for (const [at, table] of tables.entries()) {
    const begin = async () => {
      await onTable(table.name, described.tables[at]!.rows);
      return client.query(copyTo(`COPY (${rowsSql(table)}) TO STDOUT`));
    };
    addLater(zip, entryOf(table.name), begin);
  }
  for (const name of media.names) addLater(zip, MEDIA_FOLDER + name, () => media.read(name), { compress: false });
  addLater(zip, MANIFEST_ENTRY, async () => Readable.from([Buffer.from(JSON.stringify({ ...described, media: media.sum }, null, 1))]));
}

export const copyInSql = (table: string, columns: readonly string[]) => `COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`;
