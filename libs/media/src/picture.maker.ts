import { Injectable } from '@nestjs/common';
import { Problem } from '@fanfare/kernel';
import { availableParallelism } from 'node:os';
import sharp, { type Sharp } from 'sharp';
import { sourceTypeOf, type SourceType } from './picture-type.js';
import { type FormType, KIND_RULES, type KindRules, MOST_PIXELS, type PictureKind } from './picture.kinds.js';
import type { PictureForm } from './picture.row.js';
import type { ReceivedFile } from './received-file.js';
import { WorkQueue } from './work-queue.js';

// What libvips may read at all: SVG, PDF, TIFF and whatever else it knows are out of reach, however they are disguised.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif'],
});
// No memory of earlier pictures, one thread for each: what a process takes is what it decodes now.
sharp.cache(false);
sharp.concurrency(1);

/** Pictures decoded at once in a process: decoding a large one takes a hundred megabytes for a moment. */
const AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 4));
const MOST_WAITING = 16;
const PATIENCE_SECONDS = 20;
/** An inside form is at most so many times as tall as it is wide. */
const TALLEST = 2;

export interface MadeForm extends PictureForm {
  readonly data: Buffer;
}

export interface MadePicture {
  readonly width: number;
  readonly height: number;
  readonly color: string;
  /** From the smallest; the plain one last. */
  readonly forms: readonly MadeForm[];
}

/** Decoded once, at the largest size that is needed: 8 bits a channel, sRGB, upright. */
interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** Makes our own files of what people send. Nothing of theirs is kept but the pixels: no metadata, no trailing bytes, no second frame. */
@Injectable()
export class PictureMaker {
  private readonly queue = new WorkQueue(AT_ONCE, MOST_WAITING);

  /**
   * Every form of a picture of the kind.
   *
   * @throws Problem `UNSUPPORTED_PICTURE`, `UNREADABLE_PICTURE`, `PICTURE_TOO_LARGE` with `maxPixels`, `PICTURE_TOO_SMALL` with
   * `minSide`, `TEMPORARILY_UNAVAILABLE` when too many wait
   */
  make(file: Pick<ReceivedFile, 'path' | 'head'>, kind: PictureKind): Promise<MadePicture> {
    const type = sourceTypeOf(file.head);
    if (type === null) throw new Problem('UNSUPPORTED_PICTURE');
    return this.queue.run(() => madeOf(file.path, type, KIND_RULES[kind]));
  }
}

async function madeOf(path: string, type: SourceType, rules: KindRules): Promise<MadePicture> {
  await refuseOddSizes(path, type, rules);
  const pixels = await reading(() => decode(path, rules));
  const widths = rules.widths.filter((width) => rules.shape === 'square' || width < pixels.width);
  if (rules.shape === 'inside') widths.push(pixels.width);
  const forms: MadeForm[] = [];
  for (const width of widths) forms.push(await formOf(pixels, width, rules.type, rules));
  const { width, height } = forms.at(-1)!;
  if (rules.plain) forms.push(await formOf(pixels, Math.min(rules.plain.width, width), rules.plain.type, rules));
  return { width, height, color: await averageOf(pixels), forms };
}

function open(path: string): Sharp {
  return sharp(path, { failOn: 'error', limitInputPixels: MOST_PIXELS, unlimited: false, sequentialRead: true, animated: false, pages: 1 });
}

/** Asks the header alone, before a single pixel is decoded. */
async function refuseOddSizes(path: string, type: SourceType, { leastSide }: KindRules): Promise<void> {
  // No limit here: a header is cheap whatever it claims, and what it claims is what we want to say.
  const header = await reading(() => sharp(path, { failOn: 'error', limitInputPixels: false }).metadata());
  if (header.format !== (type === 'avif' ? 'heif' : type)) throw new Problem('UNSUPPORTED_PICTURE');
  if (header.width * header.height > MOST_PIXELS) throw new Problem('PICTURE_TOO_LARGE', { maxPixels: MOST_PIXELS });
  if (Math.min(header.width, header.height) < leastSide) throw new Problem('PICTURE_TOO_SMALL', { minSide: leastSide });
}

async function decode(path: string, { shape, widths }: KindRules): Promise<Pixels> {
  const widest = widths.at(-1)!;
  const box = shape === 'square' ? ({ height: widest, fit: 'cover' } as const) : ({ height: widest * TALLEST, fit: 'inside', withoutEnlargement: true } as const);
  const { data, info } = await open(path)
    .autoOrient()
    .resize({ width: widest, ...box })
    .toColourspace('srgb')
    .timeout({ seconds: PATIENCE_SECONDS })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

async function formOf(pixels: Pixels, width: number, type: FormType, { quality }: KindRules): Promise<MadeForm> {
  const { data, info } = await encoded(from(pixels).resize({ width }), type, quality).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, type, bytes: data.length, data };
}

function encoded(picture: Sharp, type: FormType, quality: number): Sharp {
  if (type === 'webp') return picture.webp({ quality, smartSubsample: true, effort: 4 });
  if (type === 'png') return picture.png({ compressionLevel: 9 });
  return picture.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true });
}

async function averageOf(pixels: Pixels): Promise<string> {
  const average = await from(pixels).flatten({ background: '#ffffff' }).resize(1, 1, { fit: 'fill' }).toColourspace('srgb').raw().toBuffer();
  const [red = 0, green = red, blue = red] = average;
  return `#${Buffer.from([red, green, blue]).toString('hex')}`;
}

function from({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** Whatever the decoder says, it speaks of the file. */
async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem('UNREADABLE_PICTURE', {}, { cause });
  }
}
