import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';

const CLIENT = path.resolve(import.meta.dirname, '../../dist/web/client');
/** Bytes of compressed JavaScript a first visit to a feed may cost. */
const LIMIT = 170 * 1000;
const FEED = ['root', 'routes/community-layout', 'routes/community/pages', 'routes/community/feed'];

interface Part {
  module: string;
  imports: string[];
}

interface Manifest {
  entry: Part;
  routes: Record<string, Part>;
}

/** What the browser is told to fetch for which route; written by the build. */
function manifest(): Manifest {
  const name = fs.readdirSync(path.join(CLIENT, 'assets')).find((file) => /^manifest-.*\.js$/.test(file));
  if (!name) throw new Error('dist/web is not built: run npm run build');
  const script = fs.readFileSync(path.join(CLIENT, 'assets', name), 'utf8');
  return JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)) as Manifest;
}

function filesOf({ entry, routes }: Manifest, ids: string[]): Set<string> {
  const parts = [entry, ...ids.map((id) => routes[id] ?? missing(id))];
  return new Set(parts.flatMap((part) => [part.module, ...part.imports]));
}

function missing(id: string): never {
  throw new Error(`There is no route ${id}: name the feed's routes here again`);
}

function sizeOf(files: Iterable<string>, compress: (content: Buffer) => Buffer): number {
  return [...files].reduce((sum, file) => sum + compress(fs.readFileSync(path.join(CLIENT, file))).length, 0);
}

describe('the first page', () => {
  const files = filesOf(manifest(), FEED);

  it('costs at most 170 kB of compressed JavaScript', () => {
    const gzip = sizeOf(files, (content) => zlib.gzipSync(content));
    const brotli = sizeOf(files, (content) => zlib.brotliCompressSync(content));
    console.log(`First page: ${files.size} scripts, ${gzip} bytes with gzip, ${brotli} with brotli`);
    expect(gzip).toBeLessThanOrEqual(LIMIT);
  });

  it('names scripts that exist and carry code', () => {
    expect(files.size).toBeGreaterThan(5);
    for (const file of files) expect(fs.statSync(path.join(CLIENT, file)).size).toBeGreaterThan(20);
  });

  it('asks no other site for anything', () => {
    const texts = fs.readdirSync(path.join(CLIENT, 'assets')).filter((file) => file.endsWith('.css')).map((file) => fs.readFileSync(path.join(CLIENT, 'assets', file), 'utf8'));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).not.toMatch(/(@import|url\()\s*["']?(https?:)?\/\//);
  });
});
