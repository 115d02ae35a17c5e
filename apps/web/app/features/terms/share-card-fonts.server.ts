import type { Renderer } from '@takumi-rs/core';
import fanfareExt from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-wght-normal.woff2?inline';
import fanfare from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?inline';
import playfulHebrew from '@fontsource-variable/fredoka/files/fredoka-hebrew-wght-normal.woff2?inline';
import playfulExt from '@fontsource-variable/fredoka/files/fredoka-latin-ext-wght-normal.woff2?inline';
import playful from '@fontsource-variable/fredoka/files/fredoka-latin-wght-normal.woff2?inline';
import textExt from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2?inline';
import text from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?inline';
import sleekExt from '@fontsource-variable/sora/files/sora-latin-ext-wght-normal.woff2?inline';
import sleek from '@fontsource-variable/sora/files/sora-latin-wght-normal.woff2?inline';

/** The faces of the pages, brought along: a machine without a single font draws the same card. */
const FACES: readonly (readonly [family: string, dataUrl: string])[] = [
  ['text', text],
  ['text', textExt],
  ['fanfare', fanfare],
  ['fanfare', fanfareExt],
  ['playful', playful],
  ['playful', playfulExt],
  ['playful', playfulHebrew],
  ['sleek', sleek],
  ['sleek', sleekExt],
];

export async function registerFaces(renderer: Renderer): Promise<void> {
  for (const [name, dataUrl] of FACES) await renderer.registerFont({ name, data: Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64') });
}

/** Control and direction marks, and whatever none of these faces draws: Latin, Hebrew and the punctuation between them stay. */
const UNDRAWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]|[^\u0020-\u02ff\u0300-\u0308\u05d0-\u05ea\u1e00-\u1e9f\u1ef2-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2122\u2212]/gu;

/** What of a text can be drawn, in one line; empty when nothing can that says anything. */
export function drawable(words: string): string {
  const kept = words.normalize('NFC').replace(/\s+/g, ' ').replace(UNDRAWN, '').replace(/ {2,}/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(kept) ? kept : '';
}
