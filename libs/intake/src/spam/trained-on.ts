import { hash32, normalised } from '../text/fingerprint.js';
import { TRAINED_ON } from './trained-on.data.js';

/** Hashes of the texts that the shipped model was trained from: to measure it on others. The texts cannot be made from them. */
const trained = new Set(hashesIn(TRAINED_ON));

/** Whether the shipped model was trained from a text; wrongly so for one in a million. */
export function wasTrainedOn(text: string): boolean {
  return trained.has(hash32(normalised(text)));
}

/** Base64 of 4 bytes for each text, ascending. */
export function packedHashes(texts: readonly string[]): string {
  const hashes = [...new Set(texts.map((text) => hash32(normalised(text))))].sort((one, other) => one - other);
  const bytes = Buffer.alloc(hashes.length * 4);
  hashes.forEach((hash, at) => bytes.writeUInt32BE(hash, at * 4));
  return bytes.toString('base64');
}

function hashesIn(packed: string): number[] {
  const bytes = Buffer.from(packed, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32BE(at * 4));
}
