const MONTH = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/;

/** The month an address asks for, such as 2026-01; the present one where it asks for none, for nonsense or for the future. */
export function monthOf(asked: string | null, now: string): string {
  return asked && MONTH.test(asked) && asked < now ? asked : now;
}

/** The month so many months after (or before) another. */
export function monthBeside(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** A day of it, to be written as a date. */
export function firstOf(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}
