import { Problem } from '@fanfare/kernel';
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HEAD_BYTES } from './picture-type.js';

/** What somebody sent, in a temporary file. */
export interface ReceivedFile {
  readonly path: string;
  /** Its first bytes. */
  readonly head: Buffer;
  /** SHA-256. */
  readonly digest: Buffer;
}

/**
 * Writes a body to a temporary file, gives it to `use`, and removes it, whatever happens. Only a few kilobytes of it are in
 * memory at any time.
 *
 * @param most bytes
 * @throws Problem `PICTURE_TOO_LARGE` as soon as one byte too many arrives
 */
export async function withReceived<T>(body: Readable, most: number, use: (file: ReceivedFile) => Promise<T>): Promise<T> {
  const path = join(tmpdir(), `fanfare-upload-${randomBytes(12).toString('hex')}`);
  try {
    const looking = new Looking(most);
    await pipeline(body, looking, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    return await use({ path, head: looking.head, digest: looking.digest() });
  } finally {
    await rm(path, { force: true });
  }
}

/** Counts, hashes and remembers the beginning of what passes. */
class Looking extends Transform {
  head = Buffer.alloc(0);
  private bytes = 0;
  private readonly hash = createHash('sha256');

  constructor(private readonly most: number) {
    super();
  }

  digest(): Buffer {
    return this.hash.digest();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    if (this.bytes > this.most) return done(new Problem('PICTURE_TOO_LARGE', { maxBytes: this.most }));
    if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    this.hash.update(chunk);
    done(null, chunk);
  }
}
