/**
 * One estimate from all that is known: the mean of the kinds of evidence there are, each in 0..1 with a half where it
 * says nothing. Kinds weigh alike: on the few hundred labelled accounts that exist, fitted weights were no better than
 * equal ones by more than their own uncertainty. The version changes whenever a number in here does.
 */
export const GENUINENESS_VERSION = 3;

/** What an account is judged by; 0..1 an account, absent where that kind was not gathered. */
export interface Evidence {
  /** Trust that reached it from seeds, relative to an even share: see `shareOfTrust`. */
  readonly trust?: Float64Array;
  /** Its ratings and votes agree with those of honest others. */
  readonly given?: Float64Array;
  /** Honest others rate it well. */
  readonly received?: Float64Array;
  /** It has been here a while. */
  readonly constancy?: Float64Array;
  /** It votes on its own account: 1 − the suspicion of coordination. */
  readonly independence?: Float64Array;
  /** What it proved of itself. */
  readonly identity?: Float64Array;
}

export type EvidenceKind = keyof Evidence;

/** Why an estimate is what it is: how far this kind moved it from a half, positive or negative. */
export interface Reason {
  readonly kind: EvidenceKind;
  readonly value: number;
  readonly effect: number;
}

/** Trust relative to an even share (0 and up) as 0..1, an even share being a half. */
export function shareOfTrust(trust: Float64Array): Float64Array {
  return trust.map((share) => share / (1 + share));
}

/** The estimate of every account, 0..1. @throws RangeError without any evidence */
export function genuineness(evidence: Evidence): Float64Array {
  const kinds = Object.values(evidence).filter((values) => values !== undefined);
  if (kinds.length === 0) throw new RangeError('An estimate needs evidence.');
  return kinds[0]!.map((_: number, account: number) => kinds.reduce((sum, values) => sum + values[account]!, 0) / kinds.length);
}

/** The reasons of one account's estimate, the weightiest first; their effects and a half sum up to the estimate. */
export function reasonsOf(evidence: Evidence, account: number): Reason[] {
  const kinds = (Object.entries(evidence) as [EvidenceKind, Float64Array | undefined][]).filter(([, values]) => values !== undefined);
  return kinds
    .map(([kind, values]) => ({ kind, value: values![account]!, effect: (values![account]! - 0.5) / kinds.length }))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}
