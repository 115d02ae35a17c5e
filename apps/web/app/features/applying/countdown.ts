/** What is left of a time, in the units that matter: days, hours and minutes, or hours, minutes and seconds on the last day. */
export interface Left {
  readonly unit: 'days' | 'hours' | 'minutes' | 'seconds';
  readonly value: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @returns null once it is over */
export function leftUntil(at: number, now: number): readonly Left[] | null {
  const rest = at - now;
  if (rest <= 0) return null;
  const [days, hours, minutes, seconds] = [Math.floor(rest / DAY), Math.floor((rest % DAY) / HOUR), Math.floor((rest % HOUR) / MINUTE), Math.floor((rest % MINUTE) / SECOND)];
  const all: readonly Left[] = [{ unit: 'days', value: days }, { unit: 'hours', value: hours }, { unit: 'minutes', value: minutes }, { unit: 'seconds', value: seconds }];
  return days > 0 ? all.slice(0, 3) : all.slice(1);
}
