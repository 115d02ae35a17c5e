import type { Translator } from '~/i18n/translator';

const MINUTE = 60_000;
const UNITS = [['day', 24 * 60 * MINUTE], ['hour', 60 * MINUTE], ['minute', MINUTE]] as const;

/** How long something has waited, in the largest unit that fits: "3 days". @param display `short` in tight places: "3 hr" */
export function waitedFor(t: Translator, since: string, now: number, display: 'short' | 'long' = 'short'): string {
  const waited = Math.max(0, now - Date.parse(since));
  const [unit, length] = UNITS.find(([, size]) => waited >= size) ?? UNITS[2];
  return t.number(Math.floor(waited / length), { style: 'unit', unit, unitDisplay: display });
}

/** What is left of a lease: "4:07". `0:00` when it is over. */
export function clockOf(until: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whether somebody still holds what they claimed. */
export function isHeld(claim: { readonly until: string } | null, now: number): boolean {
  return claim !== null && Date.parse(claim.until) > now;
}
