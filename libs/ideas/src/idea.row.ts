import type { EstimatePrecision } from './answers/estimate.js';
import type { IdeaEntity } from './idea.entity.js';
import type { IdeaStatus } from './idea.status.js';

/** An idea as reads answer it: the table's columns and the account behind its author, which policies ask for. */
export interface IdeaRow extends Readonly<Omit<IdeaEntity, 'sourceKey'>> {
  /** Never shown: whose idea it is, for policies. Null for imported authors and ideas without one. */
  readonly authorAccountId: string | null;
  /** Where the idea that a duplicate points at stands: it decides about votes for both. Null for any other idea. */
  readonly mergedIntoStatus: IdeaStatus | null;
  /** And until when it can reach its next rung. */
  readonly mergedIntoDeadline: Date | null;
  /** And whether it still has a text to vote for. */
  readonly mergedIntoErasedAt: Date | null;
  /** And whether it is shown. */
  readonly mergedIntoWithheld: IdeaEntity['withheld'];
  /** The first day of the period it is expected in, as YYYY-MM-DD; null for none. */
  readonly estimateFrom: string | null;
  readonly estimatePrecision: EstimatePrecision | null;
}

/** What every read of ideas joins, as `i` and `a`. */
export const IDEA_TABLES = 'ideas i LEFT JOIN members a ON a.id = i.author_id';

export const IDEA_COLUMNS = `
  i.id, i.community_id AS "communityId", i.author_id AS "authorId", i.category_id AS "categoryId", i.title, i.body, i.status,
  i.created_at AS "createdAt", i.edited_at AS "editedAt", i.version, i.rung, i.deadline, i.interest_kind AS "interestKind",
  i.interest_note AS "interestNote", i.erased_at AS "erasedAt", i.labels, i.merged_into_id AS "mergedIntoId", i.imported_support AS "importedSupport",
  i.withheld, i.withheld_at AS "withheldAt",
  CASE WHEN i.merged_into_id IS NOT NULL THEN (SELECT target.status FROM ideas target WHERE target.id = i.merged_into_id) END AS "mergedIntoStatus",
  CASE WHEN i.merged_into_id IS NOT NULL THEN (SELECT target.deadline FROM ideas target WHERE target.id = i.merged_into_id) END AS "mergedIntoDeadline",
  CASE WHEN i.merged_into_id IS NOT NULL THEN (SELECT target.erased_at FROM ideas target WHERE target.id = i.merged_into_id) END AS "mergedIntoErasedAt",
  CASE WHEN i.merged_into_id IS NOT NULL THEN (SELECT target.withheld FROM ideas target WHERE target.id = i.merged_into_id) END AS "mergedIntoWithheld",
  a.account_id AS "authorAccountId", i.estimate_from::text AS "estimateFrom", i.estimate_precision AS "estimatePrecision"`;
