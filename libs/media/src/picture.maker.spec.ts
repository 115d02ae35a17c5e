import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { animation, damaged, gifBomb, gifScript, lyingJpeg, MARK, plain, pngBomb, pngTextBomb, talkativeJpeg, withTail, WRONG_TYPES } from '../test/hostile-pictures.js';
import type { PictureKind } from './picture.kinds.js';
import { type MadePicture, PictureMaker } from './picture.maker.js';

const folder = mkdtempSync(join(tmpdir(), 'fanfare-maker-'));
afterAll(() => rmSync(folder, { recursive: true }));

const maker = new PictureMaker();
let files = 0;

async function make(file: Buffer, kind: PictureKind = 'CREATION'): Promise<MadePicture> {
  const path = join(folder, String((files += 1)));
  writeFileSync(path, file);
  return maker.make({ path, head: file.subarray(0, 64) }, kind);
}

const codeOf = (file: Buffer, kind?: PictureKind) => make(file, kind).then(() => 'MADE', ({ code }: { code: string }) => code);

describe('a picture of each type', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('%s is made into every form', async (type) => {
    const made = await make(await plain(type, 820));
    expect(made.forms.map(({ width, height, type: form }) => [width, height, form])).toEqual([[400, 400, 'webp'], [800, 800, 'webp'], [820, 820, 'webp'], [820, 820, 'jpg']]);
    for (const form of made.forms) {
      expect(await sharp(form.data).metadata()).toMatchObject({ width: form.width, height: form.height, format: form.type === 'jpg' ? 'jpeg' : form.type });
      expect(form.bytes).toBe(form.data.length);
    }
  });

  it('a face is a square in every width, even from a small or a wide one', async () => {
    const wide = await sharp(await plain('png', 300)).resize(300, 80, { fit: 'fill' }).png().toBuffer();
    expect((await make(wide, 'AVATAR')).forms.map(({ width, height }) => [width, height])).toEqual([[64, 64], [128, 128], [256, 256], [256, 256]]);
  });

  it('a tall one stays in bounds', async () => {
    const tall = await sharp(await plain('png', 300)).resize(300, 3000, { fit: 'fill' }).png().toBuffer();
    const made = await make(tall);
    expect(made.forms.every(({ width, height }) => height <= 3200 && width <= 1600)).toBe(true);
  });

  it('keeps what is transparent where the form can, and lays it on white where it cannot', async () => {
    const glass = await sharp({ create: { width: 300, height: 300, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
    const { forms, color } = await make(glass);
    expect((await sharp(forms[0]!.data).metadata()).hasAlpha).toBe(true);
    expect(forms.at(-1)!.type).toBe('jpg');
    const [red, green, blue] = await sharp(forms.at(-1)!.data).raw().toBuffer();
    expect([red, green, blue].every((value) => value! > 250)).toBe(true);
    expect(color).toBe('#ffffff');
  });

  it.each([['grey', 'b-w'], ['ink', 'cmyk']] as const)('%s becomes screen colours', async (_name, space) => {
    const file = await sharp(await plain('jpeg', 300)).toColourspace(space).jpeg().toBuffer();
    expect((await sharp(file).metadata()).space).toBe(space);
    const { forms } = await make(file);
    expect(await sharp(forms[0]!.data).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar' });
  });
});

describe('what hides in a picture', () => {
  it.each([
    ['a page behind a JPEG', () => withTail('jpeg')],
    ['a page behind a PNG', () => withTail('png')],
    ['a page behind a GIF', () => withTail('gif')],
    ['a page behind a WebP', () => withTail('webp')],
    ['a script around a GIF', gifScript],
    ['what a camera wrote', talkativeJpeg],
  ])('%s is in none of its forms', async (_name, file) => {
    const hostile = await file();
    expect(hostile.includes(MARK.slice(0, 9)), 'it is there to begin with').toBe(true);
    const { forms } = await make(hostile);
    for (const { data } of forms) {
      expect(data.includes(MARK.slice(0, 9)) || data.includes('<html') || data.includes('PK\x03\x04') || data.includes('GPS')).toBe(false);
    }
  });

  it('a photo loses where it was taken and stands upright', async () => {
    const photo = await talkativeJpeg();
    const before = await sharp(photo).metadata();
    expect([before.orientation, before.exif !== undefined, before.xmp !== undefined]).toEqual([6, true, true]);
    const { forms } = await make(photo);
    for (const { data } of forms) {
      const after = await sharp(data).metadata();
      expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation, after.width! < after.height!]).toEqual([undefined, undefined, undefined, undefined, undefined, true]);
    }
  });

  it('an animation is its first frame', async () => {
    const film = await animation(12, 300);
    expect((await sharp(film, { animated: true }).metadata()).pages).toBe(12);
    const { forms } = await make(film);
    for (const { data } of forms) expect((await sharp(data, { animated: true }).metadata()).pages ?? 1).toBe(1);
    expect(forms[0]!.height).toBe(300);
  });
});

describe('what is no picture', () => {
  it.each(WRONG_TYPES)('%s is refused', async (_name, file) => {
    expect(await codeOf(file)).toBe('UNSUPPORTED_PICTURE');
  });

  it('is refused when it breaks off or is spoiled', async () => {
    const codes = await Promise.all((await damaged()).map(async ([name, file]) => [name, await codeOf(file)] as const));
    expect(codes.filter(([, code]) => code !== 'UNREADABLE_PICTURE')).toEqual([]);
  });
});

describe('a bomb', () => {
  it.each([
    ['a PNG of 30,000 by 30,000', () => pngBomb(30_000, 30_000), 'PICTURE_TOO_LARGE'],
    ['a PNG of 6,400 by 6,400', () => pngBomb(6_400, 6_400), 'PICTURE_TOO_LARGE'],
    ['a GIF that says 65,000 by 65,000 and is one pixel', () => gifBomb(65_000, 65_000), 'PICTURE_TOO_SMALL'],
    ['a JPEG that says 65,000 by 65,000', () => lyingJpeg(65_000, 65_000), 'PICTURE_TOO_LARGE'],
  ])('%s is refused', async (_name, file, code) => {
    expect(await codeOf(await file())).toBe(code);
  });

  it('is refused by its header, without memory for its pixels', async () => {
    const bomb = pngBomb(30_000, 30_000);
    const memory = () => process.memoryUsage.rss();
    await codeOf(await plain('png')); // whatever the decoder needs once
    const before = memory();
    let most = before;
    for (let round = 0; round < 20; round += 1) {
      await codeOf(bomb);
      most = Math.max(most, memory());
    }
    expect(bomb.length).toBeLessThan(200_000);
    expect(most - before).toBeLessThan(40_000_000); // one row of its pixels for each of 20, not 900 megabytes
  });

  it('in a text costs nothing, since no text is read', async () => {
    expect(await codeOf(await pngTextBomb(60))).toMatch(/MADE|UNREADABLE_PICTURE/);
    const before = process.memoryUsage.rss();
    await codeOf(await pngTextBomb(60));
    expect(process.memoryUsage.rss() - before).toBeLessThan(120_000_000);
  });

  it('one that is as large as may be is still made', async () => {
    expect(await codeOf(pngBomb(6_324, 6_324))).toBe('MADE');
  });
});

describe('a picture that is too small', () => {
  it.each([['AVATAR', 63], ['HERO', 299], ['LOGO', 31]] as const)('for %s is refused', async (kind, side) => {
    expect(await codeOf(await plain('png', side), kind)).toBe('PICTURE_TOO_SMALL');
    expect(await codeOf(await plain('png', side + 1), kind)).toBe('MADE');
  });
});
