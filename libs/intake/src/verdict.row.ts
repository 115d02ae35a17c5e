import type { TextKind, Verdict } from './verdict.js';

/** A verdict as it is kept: of every text that did not simply pass. */
export interface VerdictRow extends Verdict {
  readonly id: string;
  readonly communityId: string;
  /** Null while somebody joins. */
  readonly memberId: string | null;
  readonly accountId: string | null;
  readonly kind: TextKind;
  /** The text that it was or would have become. */
  readonly subjectId: string;
  /** Of a nudge: a hash of the text, hex. */
  readonly mark: string | null;
  readonly at: Date;
}
