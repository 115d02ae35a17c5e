/** What we read. SVG is not among them: it is a program, not a picture. */
export type SourceType = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** How many bytes of a file `sourceTypeOf` looks at. */
export const HEAD_BYTES = 64;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const AVIF_BRANDS = ['avif', 'avis'];

/** What a file is by its first bytes, whatever it is called; null for what we do not read. */
export function sourceTypeOf(head: Buffer): SourceType | null {
  if (startsWith(head, PNG)) return 'png';
  if (startsWith(head, JPEG)) return 'jpeg';
  const text = head.toString('latin1');
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  return text.startsWith('ftyp', 4) && brandsOf(head, text).some((brand) => AVIF_BRANDS.includes(brand)) ? 'avif' : null;
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

/** The brands of an ISO base media file: the major one, then the compatible ones to the end of the box. */
function brandsOf(head: Buffer, text: string): string[] {
  if (head.length < 16) return [];
  const end = Math.min(head.readUInt32BE(0), head.length);
  const compatible = Array.from({ length: Math.max(0, Math.floor((end - 16) / 4)) }, (_, at) => text.slice(16 + at * 4, 20 + at * 4));
  return [text.slice(8, 12), ...compatible];
}
