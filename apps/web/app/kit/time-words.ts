const UNITS = [
  { unit: 'second', milliseconds: 1_000, below: 60 },
  { unit: 'minute', milliseconds: 60_000, below: 60 },
  { unit: 'hour', milliseconds: 3_600_000, below: 24 },
  { unit: 'day', milliseconds: 86_400_000, below: 31 },
] as const;

export type TimeUnit = (typeof UNITS)[number]['unit'];

/** The largest fitting unit, negative for the past; null beyond a month, where a date says more. */
export function inWords(at: number, now: number): { value: number; unit: TimeUnit } | null {
  const distance = at - now;
  for (const { unit, milliseconds, below } of UNITS) {
    const value = Math.trunc(distance / milliseconds);
    if (Math.abs(value) >= below) continue;
    return unit === 'second' ? { value: 0, unit } : { value, unit };
  }
  return null;
}
