import { AwsClient } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { PictureStore, type StoredFile } from './picture.store.js';

const PATIENCE_MS = 15_000;
const RETRIES = 2;
const FIRST_PAUSE_MS = 100;

/**
 * A bucket of S3-compatible storage, addressed by path (`https://host/bucket/name`), which all of them understand.
 * Every request is signed (AWS Signature Version 4), the body's hash included.
 */
export class S3Store extends PictureStore {
  private readonly client: AwsClient;
  /** With a slash at its end. */
  private readonly base: string;

  /** @param mediaUrl `https://KEY:SECRET@HOST/BUCKET[/PREFIX]?region=REGION`; the region is us-east-1 when left out */
  constructor(mediaUrl: string) {
    super();
    const url = new URL(mediaUrl);
    this.client = new AwsClient({
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
      service: 's3',
      region: url.searchParams.get('region') ?? 'us-east-1',
      retries: RETRIES,
      initRetryMs: FIRST_PAUSE_MS,
    });
    this.base = `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
  }

  async put(name: string, data: Buffer, mime: string): Promise<void> {
    const hash = createHash('sha256').update(data).digest('hex');
    const headers = { 'content-type': mime, 'x-amz-content-sha256': hash };
    const response = await this.ask('PUT', name, { body: new Uint8Array(data), headers });
    await this.hold(response, name);
  }

  async get(name: string): Promise<StoredFile | null> {
    const response = await this.ask('GET', name);
    if (response.status === 404) return null;
    if (!response.ok) await this.hold(response, name);
    // Read whole, which takes a megabyte for a moment: a slow reader of ours keeps no connection to the storage open.
    const data = Buffer.from(await response.arrayBuffer());
    return { bytes: data.length, body: Readable.from([data]) };
  }

  async erase(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const response = await this.ask('DELETE', name);
      if (response.status !== 404) await this.hold(response, name);
    }
  }

  private ask(method: string, name: string, init: RequestInit = {}): Promise<Response> {
    return this.client.fetch(`${this.base}${name}`, { method, ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  }

  /** The answer's own words go to the log, not to people. */
  private async hold(response: Response, name: string): Promise<void> {
    const words = await response.text();
    if (!response.ok) throw new Error(`Storage answered ${response.status} for ${name}: ${words.slice(0, 300)}`);
  }
}
