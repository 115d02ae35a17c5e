import type { Period } from '../transparency/period';

const DAY = 24 * 60 * 60 * 1000;
/** More columns than this are weeks. */
const MOST_DAYS = 45;

export interface Span {
  /** Its first day, as 2026-11-22. */
  readonly from: string;
  readonly visitors: number;
}

export interface Spans {
  readonly by: 'DAY' | 'WEEK';
  readonly spans: readonly Span[];
}

/**
 * The days of a period up to today, each with its visitors, or its weeks where there are many.
 *
 * @param days only those that brought anybody
 */
export function spansOf(days: readonly { readonly day: string; readonly visitors: number }[], { from, to }: Period, now: number): Spans {
  const [start, end] = [Date.parse(from), Math.max(Date.parse(from), Math.min(Date.parse(to), now))];
  const many = Math.floor((end - start) / DAY) + 1;
  const length = many > MOST_DAYS ? 7 : 1;
  const spans = Array.from({ length: Math.ceil(many / length) }, (_, at) => ({ from: new Date(start + at * length * DAY).toISOString().slice(0, 10), visitors: 0 }));
  for (const { day, visitors } of days) {
    const span = spans[Math.floor((Date.parse(day) - start) / DAY / length)];
    if (span) span.visitors += visitors;
  }
  return { by: length === 1 ? 'DAY' : 'WEEK', spans };
}
