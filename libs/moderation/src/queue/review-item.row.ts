import type { ReviewSubjectKind } from '../moderation.enums.js';
import type { ReportCategory } from '../reports/report.category.js';

/** `PROPOSED`: decided by one moderator, and waiting for another. */
export const REVIEW_STATES = ['OPEN', 'PROPOSED', 'DECIDED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** One subject as moderators see it, from its first report to a decision. */
export interface ReviewItemRow {
  readonly id: string;
  readonly communityId: string;
  readonly subjectKind: ReviewSubjectKind;
  readonly subjectId: string;
  /** Counts the times it came up, from 1. */
  readonly incident: number;
  readonly authorId: string | null;
  readonly state: ReviewState;
  readonly categories: readonly ReportCategory[];
  readonly severity: number;
  readonly reach: number;
  readonly supporters: number;
  readonly comments: number;
  readonly reportWeight: number;
  /** log2 of their product, less the days since 2026 when it was opened: the order of the queue. */
  readonly rank: number;
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly decidedAt: Date | null;
  /** An account; also when its time is over. */
  readonly claimedBy: string | null;
  readonly claimedUntil: Date | null;
}

export const REVIEW_ITEM_COLUMNS = `
  t.id, t.community_id AS "communityId", t.subject_kind AS "subjectKind", t.subject_id AS "subjectId", t.incident, t.author_id AS "authorId",
  t.state, t.categories, t.severity, t.reach, t.supporters, t.comments, t.report_weight AS "reportWeight", t.rank, t.opened_at AS "openedAt",
  t.changed_at AS "changedAt", t.decided_at AS "decidedAt", t.claimed_by AS "claimedBy", t.claimed_until AS "claimedUntil"`;
