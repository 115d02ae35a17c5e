import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Files that mean harm, or are not what they say, made when they are needed. */

/** Found in what we serve, it would be somebody else's. */
export const MARK = 'MARK-9f3c-<script>alert(1)</script>';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG whose header says so many grey pixels of one bit, with rows of nothing: tiny as a file, huge as a picture. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1; // bits
  return png([chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** A small honest PNG that carries a text of so many megabytes, squeezed to almost nothing. */
export async function pngTextBomb(megabytes: number): Promise<Buffer> {
  const honest = await plain('png');
  const text = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(megabytes * 1_000_000, 'x'))]);
  return Buffer.concat([honest.subarray(0, 33), chunk('zTXt', text), honest.subarray(33)]);
}

function png(chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

/** A GIF that says its screen is huge while its only frame is one pixel. */
export function gifBomb(width: number, height: number): Buffer {
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  screen[4] = 0x80;
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]);
  return Buffer.concat([Buffer.from('GIF89a'), screen, Buffer.from([0, 0, 0, 255, 255, 255]), frame]);
}

/** A JPEG whose header claims other dimensions than its data has. */
export async function lyingJpeg(width: number, height: number): Promise<Buffer> {
  const honest = Buffer.from(await plain('jpeg'));
  const at = honest.indexOf(Buffer.from([0xff, 0xc0]));
  honest.writeUInt16BE(height, at + 5);
  honest.writeUInt16BE(width, at + 7);
  return honest;
}

/** An animation of many frames, each as large as the picture. */
export async function animation(frames: number, side: number): Promise<Buffer> {
  const colour = (at: number) => ({ width: side, height: side, channels: 3 as const, background: { r: (at * 23) % 256, g: (at * 71) % 256, b: 160 } });
  const all = await Promise.all(Array.from({ length: frames }, (_, at) => sharp({ create: colour(at) }).png().toBuffer()));
  return sharp(all, { join: { animated: true } }).gif({ loop: 0 }).toBuffer();
}

/** A picture that is a web page too, behind its last byte: what sniffing browsers were tricked with. */
export async function withTail(type: 'jpeg' | 'png' | 'gif' | 'webp'): Promise<Buffer> {
  return Buffer.concat([await plain(type), Buffer.from(`<html>${MARK}</html>`), Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('<?php echo 1; ?>')]);
}

/** A GIF whose first bytes are a script as well. */
export async function gifScript(): Promise<Buffer> {
  const honest = Buffer.from(await plain('gif'));
  return Buffer.concat([honest, Buffer.from(`*/=1;${MARK}`)]);
}

/** A photo with everything a camera and a person wrote into it, on its side. */
export async function talkativeJpeg(): Promise<Buffer> {
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#a03020' } })
    .composite([{ input: { create: { width: 400, height: 80, channels: 3, background: '#2050a0' } }, top: 0, left: 0 }])
    .withExif({
      IFD0: { Copyright: MARK, Artist: 'Somebody, at home', Orientation: '6', ImageDescription: MARK },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 17/1 40/1' },
    })
    .withXmp(`<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${MARK.replace(/[<>]/g, '')}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`)
    .withMetadata({ orientation: 6 });
  return picture.jpeg().toBuffer();
}

export function svgWithScript(): Buffer {
  return Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY file SYSTEM "file:///etc/passwd">]>
    <svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" onload="alert(1)"><script>alert(1)</script><text>&file;</text></svg>`);
}

/** What begins like one of ours and is nothing, and what is nothing at all. */
export const WRONG_TYPES: readonly (readonly [name: string, file: Buffer])[] = [
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from([0xff])],
  ['a web page', Buffer.from(`<!doctype html><script>${MARK}</script>`)],
  ['a script', Buffer.from('alert(document.cookie)')],
  ['SVG with a script', svgWithScript()],
  ['SVG behind a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), svgWithScript()])],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript >> >>')],
  ['a ZIP', Buffer.from('PK\x03\x04whatever', 'latin1')],
  ['a TIFF', Buffer.from([0x49, 0x49, 0x2a, 0x00, 8, 0, 0, 0, 0, 0])],
  ['a BMP', Buffer.from('BM\x36\x00\x00\x00\x00\x00\x00\x00', 'latin1')],
  ['an ICO', Buffer.from([0, 0, 1, 0, 1, 0, 16, 16, 0, 0])],
  ['a film', Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypmp42\0\0\0\0mp42isom', 'latin1')])],
  ['a HEIC photo', Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')])],
  ['ImageMagick’s own language', Buffer.from('push graphic-context\nimage over 0,0 0,0 "https://example.org/"')],
  ['a sound in RIFF', Buffer.from('RIFF\x24\x00\x00\x00WAVEfmt ', 'latin1')],
];

/** What begins as a picture and breaks off, or goes on as something else. */
export async function damaged(): Promise<readonly (readonly [name: string, file: Buffer])[]> {
  const [jpeg, png, webp, gif, avif] = await Promise.all((['jpeg', 'png', 'webp', 'gif', 'avif'] as const).map((type) => plain(type)));
  const halves = [['JPEG', jpeg], ['PNG', png], ['WebP', webp], ['GIF', gif], ['AVIF', avif]] as const;
  return [
    ...halves.map(([name, file]) => [`half a ${name}`, file!.subarray(0, Math.floor(file!.length / 2))] as const),
    ...halves.map(([name, file]) => [`the head of a ${name}`, file!.subarray(0, 24)] as const),
    ['a PNG signature before a web page', Buffer.concat([png!.subarray(0, 8), Buffer.from(`<html>${MARK}</html>`)])],
    ['a JPEG signature before a web page', Buffer.concat([jpeg!.subarray(0, 3), Buffer.from(`<html>${MARK}</html>`)])],
    ['a GIF signature before a script', Buffer.from(`GIF89a/*${MARK}*/=1;alert(1)`)],
    ['a PNG with a wrong sum', spoiled(png!)],
  ];
}

function spoiled(png: Buffer): Buffer {
  const copy = Buffer.from(png);
  const at = copy.indexOf('IDAT') + 10;
  copy[at] = copy[at]! ^ 0xff;
  return copy;
}

/** An honest picture with something in it, quick to make in any type. */
export function plain(type: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif', side = 320): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 16 * 16 * 3 }, (_, at) => (at * 37) % 256));
  const picture = sharp(pixels, { raw: { width: 16, height: 16, channels: 3 } }).resize(side, side);
  return (type === 'avif' ? picture.avif({ effort: 0 }) : picture.toFormat(type)).toBuffer();
}
