/** Arithmetic behind the meter, the ring and the ladder. */

export interface SupportCounts {
  raw: number;
  verified: number;
  quarantined: number;
  imported: number;
}

export interface RungFacts {
  position: number;
  support: number;
  days: number;
}

/** Part of the way from the last reached rung to the next, 0 to 1; null when no rung is left or known. */
export function shareToNext(verified: number, next: RungFacts | null | undefined, reached?: RungFacts | null): number | null {
  if (!next) return null;
  const from = reached?.support ?? 0;
  if (next.support <= from) return 1;
  return Math.min(1, Math.max(0, (verified - from) / (next.support - from)));
}

/** Where a count stands on a ladder, in rungs: 1.5 is half way between the first and the second. */
export function placeOnLadder(verified: number, rungs: readonly RungFacts[]): number {
  let from = 0;
  for (const [index, rung] of rungs.entries()) {
    if (verified < rung.support) return index + (verified - from) / (rung.support - from);
    from = rung.support;
  }
  return rungs.length;
}

/** Whole days until a moment, never below 0; null when there is none. 0 is the last day. */
export function daysUntil(deadline: string | null | undefined, now: number): number | null {
  if (!deadline) return null;
  return Math.max(0, Math.floor((Date.parse(deadline) - now) / 86_400_000));
}

/** Votes that count for nothing yet and are not suspected. */
export function unverifiedOf({ raw, verified, quarantined }: SupportCounts): number {
  return Math.max(0, raw - verified - quarantined);
}
