import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MEDIA_FOLDER } from './manifest.js';

export interface MediaFile {
  /** Its place in the archive: `media/` and its path. */
  readonly entry: string;
  readonly path: string;
  readonly bytes: number;
}

/** Uploaded files beside the database, drafts of those being written left aside. Nothing when there is no such folder. */
export async function mediaFiles(dataDir: string): Promise<MediaFile[]> {
  const root = join(dataDir, 'media');
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = found.filter((file) => file.isFile() && !isUnfinished(relative(root, join(file.parentPath, file.name))));
  return Promise.all(files.map((file) => mediaFile(root, join(file.parentPath, file.name))));
}

async function mediaFile(root: string, path: string): Promise<MediaFile> {
  const { size } = await stat(path);
  return { entry: MEDIA_FOLDER + relative(root, path).split(sep).join('/'), path, bytes: size };
}

/** A picture that was collected since it was listed is empty: nothing shows it any more. */
export function readMediaFile({ path }: MediaFile): Readable {
  return Readable.from(contentOf(path), { objectMode: false });
}

async function* contentOf(path: string): AsyncIterable<Buffer> {
  try {
    for await (const part of createReadStream(path)) yield part as Buffer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Files appear in their place whole, so one that is there before is the same: names say the content. */
export async function writeMediaFile(dataDir: string, entry: string, content: Readable): Promise<void> {
  const path = join(dataDir, ...entry.split('/'));
  await mkdir(dirname(path), { recursive: true });
  await pipeline(content, createWriteStream(`${path}.unfinished`, { flush: true }));
  await rename(`${path}.unfinished`, path);
}

function isUnfinished(path: string): boolean {
  return /\.(unfinished|[0-9a-f]{12})$/.test(path);
}
