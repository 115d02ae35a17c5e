import type { EstimateFactsFragment, EstimatePrecision } from '~/graphql/generated/documents';
import type { MessageKey, PlainValues, Translator } from '~/i18n/translator';

/** A month, quarter or year by any of its days, as YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly precision: EstimatePrecision;
}

const MONTHS: Record<EstimatePrecision, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
/** How many periods of each kind are offered, the one that runs now first. */
const OFFERED: Record<EstimatePrecision, number> = { MONTH: 24, QUARTER: 12, YEAR: 6 };

/** The periods of one kind from the one that holds `now` (milliseconds since 1970, UTC) on. */
export function periodsFrom(now: number, precision: EstimatePrecision): Period[] {
  const step = MONTHS[precision];
  const today = new Date(now);
  const first = today.getUTCMonth() - (today.getUTCMonth() % step);
  return Array.from({ length: OFFERED[precision] }, (_, index) => ({ from: dayText(today.getUTCFullYear(), first + index * step), precision }));
}

/** The period of a kind that holds a day: "March 2027" becomes the first quarter of 2027. */
export function widen({ from }: Period, precision: EstimatePrecision): Period {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const step = MONTHS[precision];
  return { from: dayText(year, month - 1 - ((month - 1) % step)), precision };
}

/** A period's name: "March 2027", "Q1 2027", "2027". */
export function periodName(t: Translator, { from, precision }: Period): string {
  const day = new Date(`${from}T00:00:00Z`);
  if (precision === 'MONTH') return t.date(day, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const year = String(day.getUTCFullYear());
  return precision === 'YEAR' ? year : t('roadmap.quarter', { quarter: Math.floor(day.getUTCMonth() / 3) + 1, year });
}

/** "Expected in March 2027", with the words of each kind of period. */
export function expectedIn(t: Translator, estimate: Pick<EstimateFactsFragment, 'from' | 'precision'>): string {
  const words: Record<EstimatePrecision, MessageKey> = { MONTH: 'roadmap.expectedMonth', QUARTER: 'roadmap.expectedQuarter', YEAR: 'roadmap.expectedYear' };
  const values: PlainValues = { period: periodName(t, estimate) };
  return t(words[estimate.precision], values);
}

function dayText(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
