import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PictureStore, type StoredFile } from './picture.store.js';

/** Files under a folder of this machine. */
export class DiskStore extends PictureStore {
  constructor(private readonly root: string) {
    super();
  }

  /** A reader sees the whole file or none: it is written beside its place and moved there. */
  async put(name: string, data: Buffer): Promise<void> {
    const path = this.pathOf(name);
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeForGood(draft, data);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async get(name: string): Promise<StoredFile | null> {
    const path = this.pathOf(name);
    const found = await stat(path).catch(missing);
    return found?.isFile() ? { bytes: found.size, body: createReadStream(path) } : null;
  }

  async erase(names: readonly string[]): Promise<void> {
    const paths = names.map((name) => this.pathOf(name));
    await Promise.all(paths.map((path) => rm(path, { force: true })));
    await Promise.all([...new Set(paths.map(dirname))].map((folder) => rmdir(folder).catch(() => undefined)));
  }

  /** Ids begin alike, being born at one time; their ends spread over 256 folders. */
  private pathOf(name: string): string {
    const [id = ''] = name.split('/');
    return join(this.root, id.slice(-2), name);
  }
}

async function writeForGood(path: string, data: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(data);
    await file.datasync();
  } finally {
    await file.close();
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
