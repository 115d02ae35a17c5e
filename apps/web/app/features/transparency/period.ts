/** A day in UTC, as 2026-11-22. */
type Day = string;

/** A period in whole days of UTC, both of them in it. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export const PRESETS = ['month', 'lastMonth', 'quarter', 'year'] as const;
export type Preset = (typeof PRESETS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_LENGTH = 24 * 60 * 60 * 1000;

/** What the address asks for; this month where it asks for nothing, or for what is no period. */
export function parsePeriod(params: URLSearchParams, now: Date): Period {
  const [from, to] = [params.get('from'), params.get('to')];
  if (!isDay(from) || !isDay(to)) return presetPeriod('month', now);
  return from <= to ? { from, to } : { from: to, to: from };
}

/** Up to the end of the month, quarter or year, so that an address means the same tomorrow. */
export function presetPeriod(preset: Preset, now: Date): Period {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const [first, months] = { month: [month, 1], lastMonth: [month - 1, 1], quarter: [month - (month % 3), 3], year: [0, 12] }[preset] as [number, number];
  return { from: dayOf(Date.UTC(year, first, 1)), to: dayOf(Date.UTC(year, first + months, 0)) };
}

/** Its first moment, and the first one after it. */
export function momentsOf({ from, to }: Period): { from: string; to: string } {
  return { from: `${from}T00:00:00.000Z`, to: new Date(Date.parse(`${to}T00:00:00Z`) + DAY_LENGTH).toISOString() };
}

export function periodQuery({ from, to }: Period): string {
  return `?from=${from}&to=${to}`;
}

function isDay(text: string | null): text is Day {
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && dayOf(Date.parse(`${text}T00:00:00Z`)) === text;
}

function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
