import { DAY, HOUR } from '@fanfare/kernel';
import type { CheckVerdict } from '../ambassadors.enums.js';

/** After the first reading that found it, a page is read again after so many days. */
const READ_AGAIN_DAYS = [7, 30] as const;

const MINUTE = HOUR / 60;
/** A page that cannot be read is tried again after these. */
const RETRIES_MS = [10 * MINUTE, HOUR, DAY];
/** What an accepted entry lost is looked for so many days more. */
const MENDING_DAYS = 7;

export interface Reading {
  readonly verdict: CheckVerdict;
  /** Readings before this one that found nothing or failed, in a row. */
  readonly failures: number;
  readonly firstFoundAt: Date | null;
  readonly isAccepted: boolean;
}

export interface ReadingPlan {
  /** Null: not again. */
  readonly nextAt: Date | null;
  readonly failures: number;
  readonly firstFoundAt: Date | null;
}

/** When a page is read next. Pure. */
export function nextReading({ verdict, failures, firstFoundAt, isAccepted }: Reading, now: Date): ReadingPlan {
  if (verdict === 'FOUND') {
    const first = firstFoundAt ?? now;
    return { nextAt: planned(first, now), failures: 0, firstFoundAt: first };
  }
  if (verdict === 'MISSING') {
    const again = isAccepted && failures < MENDING_DAYS;
    return { nextAt: again ? new Date(now.getTime() + DAY) : null, failures: failures + 1, firstFoundAt };
  }
  const wait = RETRIES_MS[failures];
  const nextAt = wait === undefined ? firstFoundAt && planned(firstFoundAt, now) : new Date(now.getTime() + wait);
  return { nextAt, failures: failures + 1, firstFoundAt };
}

function planned(first: Date, now: Date): Date | null {
  const times = READ_AGAIN_DAYS.map((days) => new Date(first.getTime() + days * DAY));
  return times.find((time) => time > now) ?? null;
}
