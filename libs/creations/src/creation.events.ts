import { declareEvent } from '@fanfare/events';
import type { Withholding } from '@fanfare/kernel';

// The subject is the work, or of those about responses the response. None carries text.

/** `remixOf`: what it builds on. */
export const CreationShown = declareEvent<{ remixOf: string | null }>('creation.shown');
export const CreationEdited = declareEvent<Record<never, never>>('creation.edited');
/** By its author, or because they left: text and pictures are gone, a tombstone holds the chain. */
export const CreationWithdrawn = declareEvent<Record<never, never>>('creation.withdrawn');
/** `by`: the member who appreciates it. */
export const CreationAppreciated = declareEvent<{ by: string }>('creation.appreciated');
export const CreationUnappreciated = declareEvent<{ by: string }>('creation.unappreciated');

/** `parent`: the response of level one above it; `replyTo`: whom it answers. */
export const CreationResponseAdded = declareEvent<{ creation: string; parent: string | null; replyTo: string | null }>('creation.responded');
export const CreationResponseEdited = declareEvent<{ creation: string }>('creation.responseEdited');
/** By its author: the text is erased. */
export const CreationResponseDeleted = declareEvent<{ creation: string }>('creation.responseDeleted');

/** No longer shown, and why: see `Withholding`. */
export const CreationWithheld = declareEvent<{ kind: Withholding }>('creation.withheld');
/** Shown again; `kind`: what had kept it from being shown. */
export const CreationReleased = declareEvent<{ kind: Withholding }>('creation.released');
export const CreationResponseWithheld = declareEvent<{ kind: Withholding }>('creation.responseWithheld');
export const CreationResponseReleased = declareEvent<{ kind: Withholding }>('creation.responseReleased');
