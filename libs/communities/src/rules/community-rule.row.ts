/** One wording of one rule. */
export interface CommunityRuleRow {
  readonly communityId: string;
  /** What a decision names it by, 1 to 99. */
  readonly number: number;
  /** Which wording of this number, from 1. */
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly since: Date;
  /** When another wording or nothing came in its place; null while it is in force. */
  readonly until: Date | null;
}

export const RULE_COLUMNS = 'r.community_id AS "communityId", r.number, r.version, r.title, r.body, r.since, r.until';
