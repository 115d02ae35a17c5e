import { createHash } from 'node:crypto';
import type { IdentityLevel } from '@fanfare/kernel';

/** What merit counts by identity, in tenths, so that every number here is whole. `reputation_tenths` in the database says the same. */
export const TENTHS: Readonly<Record<IdentityLevel, number>> = { ANONYMOUS: 0, CONFIRMED: 5, LINKED: 8, VERIFIED: 10 };

/**
 * The score of a sum of bases: halves go up (0.5 → 1, −0.5 → 0). The sum is rounded, never its parts: an entry's points are
 * the score after it less the score before, so that the points always add up to the score. `reputation_score` in the
 * database says the same.
 */
export function scoreOf(base: number, identity: IdentityLevel): number {
  return Math.floor((base * TENTHS[identity] + 5) / 10);
}

/** An entry's id follows from its rule, event and member, so that a replay makes the same ledger to the last byte. A UUIDv7 of the event's moment. */
export function entryId(rule: string, eventId: string, memberId: string): string {
  const digest = createHash('sha256').update(`${rule} ${eventId} ${memberId}`).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x70;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = eventId.replaceAll('-', '').slice(0, 12) + digest.toString('hex', 6, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** When an event was written, in milliseconds, as its UUIDv7 says. */
export function writtenAt(eventId: string): number {
  return Number.parseInt(eventId.replaceAll('-', '').slice(0, 12), 16);
}
