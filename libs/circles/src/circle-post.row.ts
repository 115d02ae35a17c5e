import type { Withholding } from '@fanfare/kernel';

/** What somebody said in a circle; one that names an idea shares it. */
export interface CirclePostRow {
  readonly id: string;
  readonly circleId: string;
  readonly communityId: string;
  /** Null on a tombstone. */
  readonly authorId: string | null;
  /** The post that a reply answers. */
  readonly parentId: string | null;
  readonly ideaId: string | null;
  /** Markdown; '' on a tombstone, and where an idea is shared without a word. */
  readonly body: string;
  /** Written while the circle was by request. */
  readonly membersOnly: boolean;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  /** Never shown: whose post it is, for policies. */
  readonly authorAccountId: string | null;
  /** That it is not shown. */
  readonly withheld: Withholding | null;
}

/** What every read of posts joins, as `p`, `o` (its circle) and `w` (its writer). */
export const POST_TABLES = 'circle_posts p JOIN circles o ON o.id = p.circle_id LEFT JOIN members w ON w.id = p.author_id';

export const POST_COLUMNS = `
  p.id, p.circle_id AS "circleId", p.community_id AS "communityId", p.author_id AS "authorId", p.parent_id AS "parentId",
  p.idea_id AS "ideaId", p.body, p.members_only AS "membersOnly", p.created_at AS "createdAt", p.edited_at AS "editedAt",
  p.deleted_at AS "deletedAt", w.account_id AS "authorAccountId", p.withheld`;
