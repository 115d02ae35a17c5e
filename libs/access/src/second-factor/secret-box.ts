import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '@fanfare/kernel';
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_FILE = 'secret.key';

interface Key {
  readonly id: Buffer;
  readonly bytes: Buffer;
}

/**
 * Keeps secrets that must be read again, so that the database alone, or a copy of it, does not tell them: AES-256-GCM under
 * a key that comes from `SECRET_KEY`, or else from a file beside the pictures.
 */
@Injectable()
export class SecretBox {
  private readonly log = new Logger('SecretBox');
  private key: Promise<Key> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @param about whose secret it is: sealed for one, it opens for nobody else */
  async seal(secret: Uint8Array, about: string): Promise<Buffer> {
    const key = await this.load();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([key.id, iv, cipher.getAuthTag(), sealed]);
  }

  /** The secret, or null when it was sealed by another key or for somebody else. */
  async open(sealed: Buffer, about: string): Promise<Buffer | null> {
    const key = await this.load();
    const [id, iv, tag, rest] = cut(sealed, KEY_ID_BYTES, IV_BYTES, TAG_BYTES);
    try {
      const cipher = createDecipheriv('aes-256-gcm', key.bytes, iv!).setAAD(Buffer.from(about)).setAuthTag(tag!);
      return Buffer.concat([cipher.update(rest!), cipher.final()]);
    } catch {
      const why = key.id.equals(id!) ? 'it was changed' : 'SECRET_KEY is another one than when it was sealed';
      this.log.error(`A sealed secret cannot be opened: ${why}`);
      return null;
    }
  }

  private load(): Promise<Key> {
    this.key ??= this.derive().catch((error: unknown) => {
      this.key = null;
      throw error;
    });
    return this.key;
  }

  private async derive(): Promise<Key> {
    const secret = this.config.secretKey ?? (await this.fromFile());
    const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'fanfare secret box 1', 32));
    return { bytes, id: createHash('sha256').update(bytes).digest().subarray(0, KEY_ID_BYTES) };
  }

  /** Made at the first need; of two processes that make it at once one wins and both read the same. */
  private async fromFile(): Promise<string> {
    const path = join(this.config.dataDir, KEY_FILE);
    const known = await read(path);
    if (known) return known;
    await mkdir(this.config.dataDir, { recursive: true });
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
    await link(draft, path).catch(unlessThere).finally(() => rm(draft));
    return (await read(path))!;
  }
}

async function read(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** Pieces of the given lengths, and what is left. */
function cut(bytes: Buffer, ...lengths: number[]): Buffer[] {
  let at = 0;
  const pieces = lengths.map((length) => bytes.subarray(at, (at += length)));
  return [...pieces, bytes.subarray(at)];
}
