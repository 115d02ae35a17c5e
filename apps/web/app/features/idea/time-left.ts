/** How long a call for support still runs, in the unit a person would say it in. */
export interface TimeLeft {
  readonly unit: 'day' | 'hour' | 'minute';
  /** Whole units left, at least 1. */
  readonly count: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From this many days on a deadline is worth a word on a card; before, it would only be noise. */
const WORTH_SAYING_DAYS = 14;
const SOON_DAYS = 3;

/**
 * What is left until a deadline, rounded up so that nothing ever reads "0 days left"; null without a deadline or past it.
 * @param deadline ISO 8601, as the API says it
 * @param now milliseconds since 1970
 */
export function timeLeft(deadline: string | null | undefined, now: number): TimeLeft | null {
  if (!deadline) return null;
  const left = Date.parse(deadline) - now;
  if (!(left > 0)) return null;
  if (left > 48 * HOUR) return { unit: 'day', count: Math.ceil(left / DAY) };
  if (left > HOUR) return { unit: 'hour', count: Math.ceil(left / HOUR) };
  return { unit: 'minute', count: Math.max(1, Math.ceil(left / MINUTE)) };
}

/** True when a card should say it. */
export function isWorthSaying(left: TimeLeft | null): left is TimeLeft {
  return left !== null && (left.unit !== 'day' || left.count <= WORTH_SAYING_DAYS);
}

/** True when it should stand out. */
export function isSoon(left: TimeLeft | null): boolean {
  return left !== null && (left.unit !== 'day' || left.count <= SOON_DAYS);
}
