import type { Translator } from '~/i18n/translator';

const UNITS = [
  { unit: 'day', seconds: 86_400, below: Infinity },
  { unit: 'hour', seconds: 3_600, below: 48 * 3_600 },
  { unit: 'minute', seconds: 60, below: 3_600 },
] as const;

/** A duration in the unit that people would say it in: "36 hours", « 12 minutes ». */
export function durationWords(t: Translator, seconds: number): string {
  const { unit, seconds: one } = UNITS.findLast(({ below }) => seconds < below) ?? UNITS[0];
  const value = seconds / one;
  const shown = value < 1 ? 1 : Math.round(value);
  return t.number(shown, { style: 'unit', unit, unitDisplay: 'long' });
}
