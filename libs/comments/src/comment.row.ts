import type { IdeaRow, IdeaStatus, InterestKind } from '@fanfare/ideas';
import type { Withholding } from '@fanfare/kernel';

/** A comment as reads answer it: the table's columns, and what policies ask about its writer and its idea. */
export interface CommentRow {
  readonly id: string;
  readonly ideaId: string;
  readonly communityId: string;
  /** Null on a tombstone and for imported comments without an author. */
  readonly authorId: string | null;
  /** The comment of level one above this reply. */
  readonly parentId: string | null;
  /** Whom this reply answers: its parent, or another reply to the same. */
  readonly replyToId: string | null;
  /** Markdown; '' on a tombstone. */
  readonly body: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  /** Whether its writer was on the staff when they wrote it. */
  readonly byStaff: boolean;
  readonly interestKind: InterestKind | null;
  readonly interestNote: string | null;
  /** Counts the wordings it has had, from 1. */
  readonly version: number;
  readonly helpfulCount: number;
  /** Never shown: whose comment it is, for policies. */
  readonly authorAccountId: string | null;
  readonly ideaStatus: IdeaStatus;
  readonly ideaWithheld: IdeaRow['withheld'];
  /** That it is not shown. */
  readonly withheld: Withholding | null;
}

/** What every read of comments joins, as `c`, `w` (its writer) and `i` (its idea). */
export const COMMENT_TABLES = 'comments c JOIN ideas i ON i.id = c.idea_id LEFT JOIN members w ON w.id = c.author_id';

export const COMMENT_COLUMNS = `
  c.id, c.idea_id AS "ideaId", c.community_id AS "communityId", c.author_id AS "authorId", c.parent_id AS "parentId",
  c.reply_to_id AS "replyToId", c.body, c.created_at AS "createdAt", c.edited_at AS "editedAt", c.deleted_at AS "deletedAt",
  c.by_staff AS "byStaff", c.interest_kind AS "interestKind", c.interest_note AS "interestNote", c.version,
  c.helpful_count AS "helpfulCount", w.account_id AS "authorAccountId", i.status AS "ideaStatus",
  i.withheld AS "ideaWithheld", c.withheld`;

/** A wording that an edit replaced. */
export interface CommentVersionRow {
  readonly commentId: string;
  readonly number: number;
  readonly body: string;
  readonly at: Date;
}
