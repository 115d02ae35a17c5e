import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile as OpenZip } from 'yauzl';
import { ZipFile } from 'yazl';
import { BackupProblem } from './backup.problem.js';

/**
 * Writes a zip under another name and gives it its own when it is whole and on the disk, so a killed backup leaves no file
 * that looks like one. Only its owner may read it.
 */
export async function writeArchive(file: string, fill: (zip: ZipFile) => void, signal?: AbortSignal): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await writeZip(unfinished, fill, signal);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Writes a zip; whatever one of its sources meets fails the whole. */
export async function writeZip(file: string, fill: (zip: ZipFile) => void, signal?: AbortSignal): Promise<void> {
  const zip = new ZipFile();
  const stop = new AbortController();
  zip.on('error', (error: Error) => stop.abort(error));
  fill(zip);
  zip.end();
  const signals = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]);
  const out = createWriteStream(file, { mode: 0o600, flush: true });
  await pipeline(zip.outputStream, out, { signal: signals }).catch((error: Error) => {
    throw signals.reason ?? error;
  });
}

/**
 * An entry whose content is asked for when its turn comes. What goes wrong while it is read fails the whole zip: the library listens to no
 * such thing, and an error that nobody hears ends the process.
 */
export function addLater(zip: ZipFile, entry: string, open: () => Readable | Promise<Readable>, options: { compress?: boolean } = {}): void {
  const opened = async () => {
    const content = await open();
    content.on('error', (error) => zip.emit('error', error));
    return content;
  };
  zip.addReadStreamLazy(entry, options, (give) => void opened().then((content) => give(null, content), (error: Error) => give(error, Readable.from([]))));
}

/** Reads a zip: its directory at once, its entries as streams. */
export class Archive {
  private constructor(
    private readonly zip: OpenZip,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws BackupProblem for a file that is missing, cut short or no zip */
  static async open(file: string): Promise<Archive> {
    try {
      const zip = await yauzl.openPromise(file, { autoClose: false, lazyEntries: true });
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new Archive(zip, entries);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new BackupProblem(`There is no file ${file}.`);
      throw new BackupProblem(`${file} is damaged, cut short or no Fanfare backup (${(error as Error).message}).`);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw new BackupProblem(`The backup is damaged: ${name} is missing.`);
    return this.zip.openReadStreamPromise(entry);
  }

  async text(name: string): Promise<string> {
    const parts: Buffer[] = [];
    for await (const part of await this.stream(name)) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  }

  /** Reads entries once, or all of them. @throws BackupProblem naming the first that is not what was written */
  async verify(names: readonly string[] = this.names): Promise<void> {
    for (const name of names) {
      if ((await this.sumOf(name)) !== this.entries.get(name)?.crc32) throw new BackupProblem(`The backup is damaged: ${name} is not what was written.`);
    }
  }

  close(): void {
    this.zip.close();
  }

  private async sumOf(name: string): Promise<number | null> {
    try {
      let sum = 0;
      for await (const part of await this.stream(name)) sum = crc32(part as Buffer, sum);
      return sum;
    } catch {
      return null; // the compressed bytes cannot even be unpacked
    }
  }
}
