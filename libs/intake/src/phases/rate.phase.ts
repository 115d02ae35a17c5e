import type { Level } from '@fanfare/kernel';
import { type Phase, verdict } from '../verdict.js';

/** Texts of an hour after which somebody is asked to take their time. */
export const TEXTS_PER_HOUR: Readonly<Record<Level, number>> = { NEWCOMER: 40, FAN: 100, REGULAR: 150, ADVOCATE: 200, CHAMPION: 200 };

/** At so many times the number the next text waits for the hour to pass. Nobody's day of campaigning reaches it; a script does. */
const REFUSED_AT_TIMES = 4;

export const ratePhase: Phase = {
  name: 'RATE',
  judge(_text, { level, byStaff, textsOfHour }) {
    const most = TEXTS_PER_HOUR[level];
    if (byStaff || textsOfHour < most) return null;
    const outcome = textsOfHour < most * REFUSED_AT_TIMES ? 'NUDGE' : 'REFUSE';
    return verdict('RATE', outcome, 'TOO_MANY_TEXTS', { texts: textsOfHour, most });
  },
};
