import type { PictureKind } from '~/graphql/generated/documents';

/** A part of a picture, in its own pixels. */
export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a browser can draw, and how large it is. */
export interface Drawable {
  source: CanvasImageSource;
  width: number;
  height: number;
}

/** Longest side worth sending, in pixels: the API makes nothing larger of it. */
const LONGEST_SIDE: Record<PictureKind, number> = { AVATAR: 512, LOGO: 1024, FAVICON: 512, HERO: 2400, CREATION: 3200 };
/** Sent as they are when they are no heavier, in bytes. */
const LIGHT = 3_000_000;
const QUALITY = 0.92;
/** Of a vector drawing that does not say its size, in pixels. */
const UNSAID_SIDE = 1024;

export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif,image/avif,image/svg+xml';

/**
 * Opens a chosen file. An SVG is drawn here, in the person's own browser: the API reads none.
 * @throws Error when this browser cannot read it
 */
export async function openPicture(file: File): Promise<Drawable> {
  if (isVector(file)) return drawVector(await file.text());
  const bitmap = await createImageBitmap(file);
  return { source: bitmap, width: bitmap.width, height: bitmap.height };
}

/** The file to send: the chosen one when it is fit already, else its part, no larger than is of use. */
export async function fileToSend(file: File, picture: Drawable, kind: PictureKind, region?: Region): Promise<Blob> {
  const longest = LONGEST_SIDE[kind];
  const { x, y, width, height } = region ?? { x: 0, y: 0, width: picture.width, height: picture.height };
  const fits = Math.max(width, height) <= longest && file.size <= LIGHT;
  if (!region && fits && !isVector(file)) return file;
  const scale = isVector(file) ? longest / Math.max(width, height) : Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext('2d')!;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture.source, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return blobOf(canvas, file.type === 'image/jpeg' ? 'image/jpeg' : 'image/webp');
}

/** Where a browser cannot write the type it writes PNG, which is as good. */
function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Nothing drawn'))), type, QUALITY));
}

function isVector(file: File): boolean {
  return file.type === 'image/svg+xml';
}

/** As an image it runs no script and fetches nothing. */
async function drawVector(text: string): Promise<Drawable> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  return { source: image, width: image.naturalWidth || UNSAID_SIDE, height: image.naturalHeight || UNSAID_SIDE };
}
