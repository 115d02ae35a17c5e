/** What can be followed: an idea, a member, a category, or a community's changelog. */
export const FOLLOW_KINDS = ['IDEA', 'MEMBER', 'CATEGORY', 'COMMUNITY'] as const;
export type FollowKind = (typeof FOLLOW_KINDS)[number];

/** That a member follows something. */
export interface FollowRow {
  readonly followerId: string;
  readonly communityId: string;
  readonly kind: FollowKind;
  readonly subjectId: string;
  readonly followedAt: Date;
}

export const FOLLOW_COLUMNS = `f.follower_id AS "followerId", f.community_id AS "communityId", f.kind, f.subject_id AS "subjectId",
  f.followed_at AS "followedAt"`;
