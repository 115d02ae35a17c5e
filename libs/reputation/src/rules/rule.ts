/** What a rule rewards or takes for. `IDENTITY` is no merit: it is how a score follows who somebody is known to be. */
export const RULE_CODES = [
  'VOTE_RECEIVED',
  'RUNG_REACHED',
  'IDEA_PLANNED',
  'IDEA_DELIVERED',
  'HELPFUL_TO_AUTHOR',
  'HELPFUL_TO_STAFF',
  'REPORT_UPHELD',
  'REPORT_ABUSIVE',
  'CONTENT_REMOVED',
  'MISSION_ACCEPTED',
  'IDENTITY',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** One version of a rule. Versions are only ever added: entries keep the one they were written under. */
export interface Rule {
  readonly code: RuleCode;
  readonly version: number;
  /** The base of one entry, before identity is applied; negative for what costs. */
  readonly points: number;
  /**
   * Where the same two people meet again and again: the base of the first time, the second, …; nothing from then on.
   * The first is `points`.
   */
  readonly perPair?: readonly number[];
  /** The most that one member's entries of this rule bring in one day (UTC), before identity is applied. */
  readonly dailyCap?: number;
  /** What has to be true, in words for the page of rules. */
  readonly condition: { readonly en: string; readonly fr: string };
  readonly sentence: { readonly en: string; readonly fr: string };
}

