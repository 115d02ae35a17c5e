import { randomBytes } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The millisecond of the last id, and its place among those of that millisecond. */
const latest = { now: 0, place: 0 };

/**
 * A fresh UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, 12 that count within the millisecond (§6.2, method 1), then
 * 62 random bits. So those of a process sort by birth, for a row that was made at the same time as another comes after it.
 */
export function newId(now: number = Date.now()): string {
  latest.place = now === latest.now ? Math.min(latest.place + 1, 0xfff) : 0;
  latest.now = now;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt16BE(0x7000 | latest.place, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether a text can be an id at all; ask before sending it to a uuid column. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
