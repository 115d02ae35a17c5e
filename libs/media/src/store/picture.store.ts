import type { Readable } from 'node:stream';

export interface StoredFile {
  readonly bytes: number;
  readonly body: Readable;
}

/**
 * Where the files of pictures are. Names are `<picture id>/<width>.<type>`; a file never changes, so writing one again, or
 * erasing one that is gone, does no harm.
 */
export abstract class PictureStore {
  /** @throws Error when it is not written for good */
  abstract put(name: string, data: Buffer, mime: string): Promise<void>;
  /** Null when there is no such file. The reader must consume or destroy the body. */
  abstract get(name: string): Promise<StoredFile | null>;
  abstract erase(names: readonly string[]): Promise<void>;
}
