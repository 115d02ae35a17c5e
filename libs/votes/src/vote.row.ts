/** What a vote counts as: see `vote_standing` in the database. */
export const VOTE_STANDINGS = ['VERIFIED', 'UNVERIFIED', 'QUARANTINED'] as const;
export type VoteStanding = (typeof VOTE_STANDINGS)[number];

/** One member's vote for one idea. */
export interface VoteRow {
  readonly ideaId: string;
  readonly memberId: string;
  readonly communityId: string;
  readonly standing: VoteStanding;
  readonly castAt: Date;
  /** The version of the idea's text that was in force when the vote was cast. */
  readonly ideaVersion: number;
  /** Never shown: whose vote it is, for policies. Null for imported people. */
  readonly accountId: string | null;
}

/** The reader's own vote, as it counts for an idea they see. */
export interface OwnVoteRow extends VoteRow {
  /** The idea that was asked about; the vote may be for what it is merged with. */
  readonly askedId: string;
  /** Since when the vote counts for that idea: since it was cast, or since the merge. */
  readonly countsSince: Date;
}

/** What every read of votes joins, as `v` and `m`. */
export const VOTE_TABLES = 'votes v JOIN members m ON m.id = v.member_id';

export const VOTE_COLUMNS = `v.idea_id AS "ideaId", v.member_id AS "memberId", v.community_id AS "communityId", v.standing,
  v.cast_at AS "castAt", v.idea_version AS "ideaVersion", m.account_id AS "accountId"`;

/** How many different people stand behind an idea and, where it has some, its duplicates. Exact whenever read. */
export interface SupportRow {
  readonly ideaId: string;
  readonly raw: number;
  readonly verified: number;
  readonly quarantined: number;
  /** log2 of its decayed verified support; null without any. */
  readonly heat: number | null;
  /** What was brought from elsewhere for the idea and its duplicates together. */
  readonly imported: number;
}

/**
 * SQL that says what a vote of member `m` for an idea counts as now. Read it in a statement of its own after the member's
 * row was locked, or a change of role or identity on its way may be missed. A suspicion holds for an idea, for what it is a
 * duplicate of and for its duplicates: nobody sheds it by voting for the same thing next door.
 *
 * @param ideaId the SQL expression that holds the idea's id
 */
export function standingSql(ideaId: string): string {
  return `vote_standing(m.identity_level,
    EXISTS (SELECT FROM role_grants g WHERE g.community_id = m.community_id AND g.account_id = m.account_id AND g.revoked_at IS NULL),
    EXISTS (SELECT FROM vote_quarantines q JOIN ideas suspected ON suspected.id = q.idea_id WHERE q.member_id = m.id
      AND coalesce(suspected.merged_into_id, suspected.id) = (
        SELECT coalesce(backed.merged_into_id, backed.id) FROM ideas backed WHERE backed.id = ${ideaId})))`;
}
