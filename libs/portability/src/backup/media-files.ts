import { type PictureForm, PictureStore, storedNameOf, storedNamesOf } from '@fanfare/media';
import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Client } from 'pg';
import type { Archive } from './archive.js';
import { BackupProblem } from './backup.problem.js';
import { MEDIA_FOLDER, type MediaSum } from './manifest.js';

/** Files on their way from or to the store at once: a bucket answers slowly, and many. */
const AT_ONCE = 8;

/** Names in the store of every file of a picture, as one transaction sees them, in the order of an archive. */
export async function pictureFiles(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string; forms: PictureForm[] }>('SELECT id, forms FROM pictures WHERE stored ORDER BY id');
  return rows.flatMap(storedNamesOf);
}

/** Reads files out of the store one after the other, some ahead, and sums up what it read. */
export class PictureFiles {
  private readonly coming = new Map<string, Promise<Buffer | null>>();
  private readonly sums = new Sums();
  private next = 0;

  constructor(
    private readonly store: PictureStore,
    readonly names: readonly string[],
  ) {}

  /**
   * The next file. One that is gone from the store is empty: it was collected since it was listed, for nothing shows it any more.
   *
   * @throws BackupProblem when the store does not answer
   */
  async read(name: string): Promise<Readable> {
    this.askAhead();
    const data = await this.coming.get(name)!;
    this.coming.delete(name);
    this.sums.add(name, data);
    return Readable.from(data ? [data] : []);
  }

  get sum(): MediaSum {
    return this.sums.result;
  }

  private askAhead(): void {
    for (; this.next < this.names.length && this.coming.size < AT_ONCE; this.next += 1) {
      const name = this.names[this.next]!;
      const file = this.fetch(name);
      file.catch(() => undefined); // heard when its turn comes
      this.coming.set(name, file);
    }
  }

  private async fetch(name: string): Promise<Buffer | null> {
    try {
      const found = await this.store.get(name);
      return found && (await buffer(found.body));
    } catch (error) {
      throw new BackupProblem(`A picture could not be read: ${(error as Error).message}`);
    }
  }
}

/**
 * Puts an archive's pictures into the store. Files there never change, so doing it again after a kill does no harm.
 *
 * @throws BackupProblem when they are not those that went in, or the store does not take them
 */
export async function putPictures(archive: Archive, store: PictureStore, expected: MediaSum): Promise<void> {
  const sums = new Sums();
  const going = new Set<Promise<void>>();
  for (const entry of archive.names.filter((name) => name.startsWith(MEDIA_FOLDER))) {
    const name = entry.slice(MEDIA_FOLDER.length);
    const data = await buffer(await archive.stream(entry));
    sums.add(name, data.length > 0 ? data : null);
    if (data.length === 0) continue;
    if (going.size >= AT_ONCE) await Promise.race(going);
    const put = putOne(store, name, data).finally(() => going.delete(put));
    put.catch(() => undefined); // heard by whoever waits
    going.add(put);
  }
  await Promise.all(going);
  if (sums.result.checksum !== expected.checksum) throw new BackupProblem('The pictures did not come out as they went in: nothing was restored.');
}

async function putOne(store: PictureStore, name: string, data: Buffer): Promise<void> {
  const [id = '', file = ''] = name.split('/');
  const stored = storedNameOf(id, file);
  if (stored?.name !== name) throw new BackupProblem(`The backup is damaged: ${name} is no picture's file.`);
  try {
    await store.put(name, data, stored.mime);
  } catch (error) {
    throw new BackupProblem(`A picture could not be kept: ${(error as Error).message}`);
  }
}

/** Counts and sums up files: SHA-256 over a line for each, in their order, as `sha256sum` writes them. */
class Sums {
  private files = 0;
  private bytes = 0;
  private gone = 0;
  private readonly lines: Hash = createHash('sha256');

  add(name: string, data: Buffer | null): void {
    if (data === null) return void (this.gone += 1);
    this.files += 1;
    this.bytes += data.length;
    this.lines.update(`${createHash('sha256').update(data).digest('hex')}  ${name}\n`);
  }

  get result(): MediaSum {
    return { files: this.files, bytes: this.bytes, gone: this.gone, checksum: this.lines.copy().digest('hex') };
  }
}
