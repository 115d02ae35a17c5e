const DAY = 24 * 60 * 60 * 1000;

/**
 * How many came on each of the last days up to today, in UTC as they were counted.
 *
 * @param days only those that brought anybody
 * @returns one number for each day, the earliest first
 */
export function lastDays(days: readonly { readonly day: string; readonly visitors: number }[], now: number, many: number): number[] {
  const counted = new Map(days.map(({ day, visitors }) => [day, visitors]));
  return Array.from({ length: many }, (_, at) => counted.get(new Date(now - (many - 1 - at) * DAY).toISOString().slice(0, 10)) ?? 0);
}
