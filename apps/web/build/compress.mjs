import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const TEXT = /\.(js|css|json|svg|txt)$/;

/**
 * Puts a `.br` and a `.gz` beside every text file of the browser's folder, so that serving it costs no compression.
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => TEXT.test(name));
  await Promise.all(files.map((name) => compressFile(path.join(folder, name))));
}

async function compressFile(file) {
  const content = await fs.promises.readFile(file);
  if (content.length < 1_000) return;
  const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } };
  await Promise.all([
    brotli(content, quality).then((small) => fs.promises.writeFile(`${file}.br`, small)),
    gzip(content, { level: 9 }).then((small) => fs.promises.writeFile(`${file}.gz`, small)),
  ]);
}
