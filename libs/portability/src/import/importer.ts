import { basename, join } from 'node:path';
import type { Tx } from '@fanfare/database';
import type { IdentityLevel } from '@fanfare/kernel';
import type { DataSource } from 'typeorm';
import { BatchWriter } from './batch-writer.js';
import { CommentImport } from './comment-import.js';
import { csvBatches, type CsvBatch, fileSize } from './csv-batches.js';
import { ImportState } from './import-state.js';
import { ItemImport } from './item-import.js';
import type { KindImport, Line } from './kind-import.js';
import { COLUMNS, Refusal } from './rows.js';
import type { Kind, Summary } from './summary.js';
import { UserImport } from './user-import.js';
import { VoteImport } from './vote-import.js';

export interface ImportOptions {
  /** Folder with items.csv and perhaps users.csv, comments.csv, votes.csv. */
  readonly folder: string;
  readonly communityId: string;
  /** What the importer attests of the imported people. */
  readonly identity: IdentityLevel;
  /** Names the origin; the folder's name when left out. Running again with the same name adds nothing. */
  readonly source?: string;
  /** Tells the feed's orders of new support, in the batch's own transaction. */
  readonly placeSupport: (tx: Tx, ideaIds: readonly string[]) => Promise<void>;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

const BATCH = 1000;

/**
 * Reads a folder of CSV files into a community. Streams, and each batch is two transactions at once: what was killed half-way goes
 * on where it was when it is run again. A row that cannot be kept is reported and stops nothing.
 */
export async function importFolder(source: DataSource, options: ImportOptions, summary: Summary): Promise<void> {
  const { folder, communityId, identity } = options;
  const state = new ImportState(communityId, options.source ?? basename(folder), identity);
  const hasVotes = (await fileSize(join(folder, 'votes.csv'))) > 0;
  const progress = await progressOver(folder, options.onProgress);
  const writer = await BatchWriter.open(source, summary);
  const read = <Row>(kind: Kind, reader: KindImport<Row>) => importFile(writer, folder, kind, reader, summary, progress(kind));
  try {
    await read('users', new UserImport(state, summary));
    await read('items', new ItemImport(state, summary, hasVotes));
    await read('comments', new CommentImport(state, summary));
    await read('votes', new VoteImport(state, summary, options.placeSupport));
  } finally {
    await writer.close();
  }
}

async function importFile<Row>(
  writer: BatchWriter,
  folder: string,
  kind: Kind,
  reader: KindImport<Row>,
  summary: Summary,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const path = join(folder, `${kind}.csv`);
  if ((await fileSize(path)) === 0) return;
  let writing: Promise<void> = Promise.resolve();
  for await (const batch of csvBatches(path, BATCH)) {
    const rows = readable(batch, kind, reader, summary);
    await writing; // the next batch is read while this one is written
    writing = writer.write(kind, reader, rows).then(() => onBytes(batch.bytesRead));
    writing.catch(() => undefined); // heard at the next await
  }
  await writing;
  await reader.finish?.(writer.main, async (lines) => {
    for (let at = 0; at < lines.length; at += BATCH) await writer.write(kind, reader, lines.slice(at, at + BATCH));
  });
}

/** The rows of a batch as values; the others are reported. */
function readable<Row>(batch: CsvBatch, kind: Kind, reader: KindImport<Row>, summary: Summary): Line<Row>[] {
  const known: readonly string[] = COLUMNS[kind];
  summary.unusedColumns.set(kind, batch.columns.filter((column) => !known.includes(column)));
  summary.of(kind).read += batch.rows.length + batch.broken.length;
  for (const { line, why } of batch.broken) summary.refuse(kind, line, 'UNREADABLE_ROW', why);
  return batch.rows.flatMap(({ line, row }) => {
    try {
      return [{ line, value: reader.read(row) }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      summary.refuse(kind, line, error.reason, error.message);
      return [];
    }
  });
}

const ORDER: readonly Kind[] = ['users', 'items', 'comments', 'votes'];

async function progressOver(folder: string, onProgress: ImportOptions['onProgress']) {
  const sizes = await Promise.all(ORDER.map((kind) => fileSize(join(folder, `${kind}.csv`))));
  const sum = (some: readonly number[]) => some.reduce((total, size) => total + size, 0);
  return (kind: Kind) => {
    const before = sum(sizes.slice(0, ORDER.indexOf(kind)));
    return (bytes: number) => onProgress?.(before + bytes, sum(sizes));
  };
}
