import { DAY } from '@fanfare/kernel';
import { type Fingerprint, likeness, MUCH_ALIKE } from './text/fingerprint.js';
import type { Copies } from './verdict.js';

/** How long a text is remembered: a campaign lasts a season. */
export const REMEMBERED_MS = 90 * DAY;

/** A text as it is remembered among its author's others. */
export interface PastText extends Fingerprint {
  readonly placeId: string;
}

/** With so many of the latest a text is compared piece by piece; the very same text is found among all of them. */
export const MOST_COMPARED = 500;

/** How often a text, or one much like it, stands among others already; the latest stands last. */
export function copiesAmong(past: readonly PastText[], text: PastText): Copies {
  const same = text.same === null ? [] : past.filter((one) => one.same === text.same);
  return { places: elsewhere(same, text), texts: same.length, similarPlaces: similarPlacesAmong(past.slice(-MOST_COMPARED), text) };
}

/** Under how many other subjects a text, or one much like it, stands. */
export function similarPlacesAmong(past: readonly PastText[], text: PastText): number {
  if (text.same === null) return 0;
  return elsewhere(past.filter((one) => one.same === text.same || likeness(one.sketch, text.sketch) >= MUCH_ALIKE), text);
}

function elsewhere(all: readonly PastText[], { placeId: here }: PastText): number {
  return new Set(all.map(({ placeId }) => placeId).filter((place) => place !== here)).size;
}
