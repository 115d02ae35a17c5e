import { migrations } from '@fanfare/database';
import type { TableSum } from './tables.js';
import { BackupProblem } from './backup.problem.js';

/** Last entry of an archive: what is in it, and for which program. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly formatVersion: typeof FORMAT_VERSION;
  /** Version of the program that wrote it, and of its database server. */
  readonly program: string;
  readonly server: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** The schema, as the names of its migrations in order. */
  readonly migrations: readonly string[];
  readonly tables: readonly ArchivedTable[];
  /** Where sequences stood, by table and column; as text. */
  readonly sequences: readonly { readonly table: string; readonly column: string; readonly value: string }[];
  readonly media: MediaSum;
}

/** The files of pictures. */
export interface MediaSum {
  readonly files: number;
  readonly bytes: number;
  /** Files that the database names and the store had no more. */
  readonly gone: number;
  /** Over the checksums and names of all of them. */
  readonly checksum: string;
}

export interface ArchivedTable extends TableSum {
  readonly name: string;
  readonly columns: readonly string[];
}

export const FORMAT = 'fanfare-backup';
export const FORMAT_VERSION = 1;
export const MANIFEST_ENTRY = 'manifest.json';
export const MEDIA_FOLDER = 'media/';

export const entryOf = (table: string) => `tables/${table}.copy`;

/** Names of the migrations this program knows, in the order they run: its schema's version. */
export function schemaVersion(): string[] {
  return migrations.map((migration) => new migration().name).sort((a, b) => runAt(a) - runAt(b));
}

/** A migration's name ends in the moment by which they are put in order. */
function runAt(name: string): number {
  return Number(/\d{13}$/.exec(name)![0]);
}

/** @throws BackupProblem when the text is no manifest of ours, or of another version's schema */
export function readManifest(text: string): Manifest {
  const manifest = parsed(text);
  if (manifest?.format !== FORMAT) throw new BackupProblem('This file is no Fanfare backup.');
  if (manifest.formatVersion !== FORMAT_VERSION) {
    throw new BackupProblem(`This backup has format ${manifest.formatVersion}; this version of Fanfare reads format ${FORMAT_VERSION}.`);
  }
  const ours = schemaVersion();
  if (ours.join() !== manifest.migrations.join()) {
    throw new BackupProblem(
      `This backup was made by Fanfare ${manifest.program} with the schema ${manifest.migrations.at(-1)}; this version has ${ours.at(-1)}: restore it with the version that made it, then update.`,
    );
  }
  return manifest;
}

function parsed(text: string): Manifest | null {
  try {
    return JSON.parse(text) as Manifest | null;
  } catch {
    return null;
  }
}
