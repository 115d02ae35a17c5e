import { createHash } from 'node:crypto';
import { slugOf } from './values.js';

const LONGEST = 30;

/** A handle for an imported person: their id where that can be one, with a short mark of its own to tell namesakes apart. */
export function handleFor(userId: string, sourceKey: string, attempt = 0): string {
  const mark = createHash('sha256').update(`${sourceKey}:${attempt}`).digest('hex').slice(0, 6);
  const base = slugOf(userId.replaceAll('_', '-'), attempt === 0 ? LONGEST : LONGEST - 7);
  if (attempt === 0 && base.length >= 3) return base;
  return `${slugOf(base, LONGEST - 7) || 'member'}-${mark}`;
}
