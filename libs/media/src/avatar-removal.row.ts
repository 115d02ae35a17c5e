/** That a moderator took a member's picture down. */
export interface AvatarRemovalRow {
  readonly id: string;
  readonly memberId: string;
  /** In the moderator's words, for the member. */
  readonly reason: string;
  readonly removedAt: Date;
}

export const AVATAR_REMOVAL_COLUMNS = 'r.id, r.member_id AS "memberId", r.reason, r.removed_at AS "removedAt"';
