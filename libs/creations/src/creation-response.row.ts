import type { Withholding } from '@fanfare/kernel';

/** A response as reads answer it. */
export interface CreationResponseRow {
  readonly id: string;
  readonly creationId: string;
  readonly communityId: string;
  /** Null on a tombstone. */
  readonly authorId: string | null;
  /** The response of level one above this reply. */
  readonly parentId: string | null;
  /** Whom this reply answers: its parent, or another reply to the same. */
  readonly replyToId: string | null;
  /** Markdown; '' on a tombstone. */
  readonly body: string;
  /** Whether its writer was on the staff when they wrote it. */
  readonly byStaff: boolean;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  /** Never shown: whose words they are, for policies. */
  readonly authorAccountId: string | null;
  /** Whether the work it is about was withdrawn. */
  readonly closed: boolean;
  /** That it is not shown. */
  readonly withheld: Withholding | null;
  readonly creationWithheld: Withholding | null;
  /** Never shown: whose work it is about, for policies. */
  readonly creationAuthorAccountId: string | null;
}

/** What every read of responses joins, as `r`, `c` (the work), `y` (its author) and `w` (the writer of the response). */
export const RESPONSE_TABLES =
  'creation_responses r JOIN creations c ON c.id = r.creation_id LEFT JOIN members y ON y.id = c.author_id LEFT JOIN members w ON w.id = r.author_id';

export const RESPONSE_COLUMNS = `
  r.id, r.creation_id AS "creationId", r.community_id AS "communityId", r.author_id AS "authorId", r.parent_id AS "parentId",
  r.reply_to_id AS "replyToId", r.body, r.by_staff AS "byStaff", r.created_at AS "createdAt", r.edited_at AS "editedAt",
  r.deleted_at AS "deletedAt", w.account_id AS "authorAccountId", c.withdrawn_at IS NOT NULL AS closed,
  r.withheld, c.withheld AS "creationWithheld", y.account_id AS "creationAuthorAccountId"`;
