import type { IncomingMessage } from 'node:http';
import { type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { WebProblem } from './web-problem.js';

const DECODERS: Readonly<Record<string, () => Transform>> = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress };

/**
 * Reads a body, decompressed as it comes and no further than allowed: a small file that unfolds into a large one stops there.
 *
 * @throws WebProblem `SIZE`; `TYPE` for a compression that was not asked for
 */
export async function readBody(response: IncomingMessage, mostBytes: number, signal: AbortSignal): Promise<Buffer> {
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = DECODERS[coding];
  if (!decoder && coding !== 'identity') throw new WebProblem('TYPE');
  const received = new Received(mostBytes);
  if (decoder) await pipeline(response, decoder(), received, { signal });
  else await pipeline(response, received, { signal });
  return received.whole();
}

class Received extends Writable {
  private readonly chunks: Buffer[] = [];
  private bytes = 0;

  constructor(private readonly mostBytes: number) {
    super();
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.bytes += chunk.length;
    if (this.bytes > this.mostBytes) return done(new WebProblem('SIZE'));
    this.chunks.push(chunk);
    done();
  }

  whole(): Buffer {
    return Buffer.concat(this.chunks);
  }
}
