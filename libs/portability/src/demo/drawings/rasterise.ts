import sharp from 'sharp';
import { DRAWING } from './bricks.js';

/** What reads an SVG that is in memory. What people upload is read from files, whose reader stays shut. */
const READER = { operation: ['VipsForeignLoadSvgBuffer'] };

/** Our own drawings as PNG. The room of pictures reads no SVG: here it is allowed for as long as this takes. */
export async function rasterise(svgs: readonly string[]): Promise<Buffer[]> {
  sharp.unblock(READER);
  try {
    return await Promise.all(svgs.map((svg) => sharp(Buffer.from(svg)).resize(DRAWING).png({ compressionLevel: 1 }).toBuffer()));
  } finally {
    sharp.block(READER);
  }
}
