import { createHash } from 'node:crypto';
import { plainLetters } from './plain.js';

/** Shorter texts are alike by chance: "Good idea, I agree!" is nobody's campaign. In characters of the normalised text. */
export const SHORTEST_COMPARED = 40;

const SHORTEST_SIMILAR_WORDS = 12;
const SHINGLE_WORDS = 3;
const SKETCH_SIZE = 32;

/**
 * From here on, estimated, of the three-word pieces that two texts share, they are much alike: one word in eleven is another, as
 * in copies each with one in twenty changed. From .5 on it would also be reports of schools about their visits (Barcelona).
 */
export const MUCH_ALIKE = 0.6;

/** What is kept of a text to know it again. The text cannot be made from it. */
export interface Fingerprint {
  /** 16 bytes in hex: the same for the same words, whatever their case and spacing; null for a short text. */
  readonly same: string | null;
  /** The smallest hashes of the text's three-word pieces, ascending, each 32 bits; empty for a short text. */
  readonly sketch: readonly number[];
}

export function fingerprintOf(text: string): Fingerprint {
  const normal = normalised(text);
  const isShort = [...normal].length < SHORTEST_COMPARED;
  return { same: isShort ? null : digest(normal), sketch: isShort ? [] : sketchOf(normal) };
}

/** Marks a text of any length, to know a nudged one again when it comes unchanged. */
export function markOf(...texts: readonly string[]): string {
  return digest(texts.map(normalised).join('\n\n'));
}

/** Lower case, one blank between words. */
export function normalised(text: string): string {
  return text.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).join(' ');
}

/**
 * How alike two texts are, 0 to 1: an estimate of the share of pieces that they have in common (a bottom-k sketch of 32, off by
 * less than a tenth two times of three).
 */
export function likeness(one: readonly number[], other: readonly number[]): number {
  let [mine, theirs, seen, common] = [0, 0, 0, 0];
  while (seen < SKETCH_SIZE && (mine < one.length || theirs < other.length)) {
    const [left, right] = [one[mine] ?? Infinity, other[theirs] ?? Infinity];
    if (left <= right) mine += 1;
    if (right <= left) theirs += 1;
    if (left === right) common += 1;
    seen += 1;
  }
  return one.length === 0 || other.length === 0 ? 0 : common / seen;
}

function sketchOf(normal: string): number[] {
  const words = plainLetters(normal).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < SHORTEST_SIMILAR_WORDS) return [];
  const pieces = words.slice(SHINGLE_WORDS - 1).map((_, at) => words.slice(at, at + SHINGLE_WORDS).join(' '));
  return [...new Set(pieces.map(hash32))].sort((a, b) => a - b).slice(0, SKETCH_SIZE);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** FNV-1a with a last stir, 32 bits: even enough to take the smallest of. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
