export type RallyPhase = 'before' | 'during' | 'after';

interface Hour {
  readonly startsAt: string;
  readonly endsAt: string;
}

export function phaseOf({ startsAt, endsAt }: Hour, now: number): RallyPhase {
  if (now < Date.parse(startsAt)) return 'before';
  return now < Date.parse(endsAt) ? 'during' : 'after';
}

export interface Left {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** How long until then, in the units of a clock; nothing once it is past. */
export function leftUntil(at: string, now: number): Left {
  const seconds = Math.max(0, Math.ceil((Date.parse(at) - now) / 1000));
  return { days: Math.floor(seconds / 86_400), hours: Math.floor(seconds / 3600) % 24, minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 };
}

export const SLICE_MS = 5 * 60_000;

/** The five minutes in which most acted; null where nobody did. */
export function busiest(pace: readonly number[]): { readonly slice: number; readonly acted: number } | null {
  const acted = Math.max(0, ...pace);
  return acted === 0 ? null : { slice: pace.indexOf(acted), acted };
}
