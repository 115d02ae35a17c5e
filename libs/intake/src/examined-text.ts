import type { TextKind } from './verdict.js';

/** A text that somebody is about to write. */
export interface ExaminedText {
  readonly kind: TextKind;
  /** Of what is being written; a new one's id is made before. Of a profile the member's. */
  readonly subjectId: string;
  /** What it stands under: for a comment the idea, for a post the circle. Itself when left out. */
  readonly placeId?: string;
  readonly texts: { readonly title?: string; readonly body: string };
  /** The body that it replaces. */
  readonly before?: string;
  /** The `nudge` of a `REPHRASE` that the author answers, changed or not. */
  readonly rephrased?: string | null;
}
