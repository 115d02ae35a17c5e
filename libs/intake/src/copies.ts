import { DAY } from '@fanfare/kernel';
import { type Fingerprint, likeness, MUCH_ALIKE } from './text/fingerprint.js';
import type { Copies } from './verdict.js';

/** How long a text is remembered: a campaign lasts a season. */
export const REMEMBERED_MS = 90 * DAY;

/** A text as it is remembered among its author's others. */
export interface PastText extends Fingerprint {
  readonly placeId: string;
}

/** How often a text, or one much like it, stands among others already. */
export function copiesAmong(past: readonly PastText[], text: PastText): Copies {
  const same = text.same === null ? [] : past.filter((one) => one.same === text.same);
  const similar = past.filter((one) => one.same === text.same || likeness(one.sketch, text.sketch) >= MUCH_ALIKE);
  const elsewhere = (all: readonly PastText[]) => new Set(all.map(({ placeId }) => placeId).filter((place) => place !== text.placeId)).size;
  return { places: elsewhere(same), texts: same.length, similarPlaces: text.same === null ? 0 : elsewhere(similar) };
}
