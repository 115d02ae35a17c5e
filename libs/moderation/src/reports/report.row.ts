import type { ReportCategory, ReportOutcome } from './report.category.js';

/** That something breaks a rule or the law, in somebody's words. */
export interface ReportRow {
  readonly id: string;
  /** What whoever sent it may ask by. */
  readonly reference: string;
  readonly communityId: string;
  readonly itemId: string;
  /** Null for a notice of somebody who is no member here. */
  readonly reporterId: string | null;
  readonly category: ReportCategory;
  readonly explanation: string;
  readonly weight: number;
  readonly established: boolean;
  readonly filedAt: Date;
  readonly outcome: ReportOutcome | null;
  readonly judgedAt: Date | null;
  /** Never shown: whose report it is, for policies. */
  readonly reporterAccountId: string | null;
}

/** What every read of reports joins, as `r` and `w` (who reported). */
export const REPORT_TABLES = 'reports r LEFT JOIN members w ON w.id = r.reporter_id';

export const REPORT_COLUMNS = `
  r.id, r.reference, r.community_id AS "communityId", r.item_id AS "itemId", r.reporter_id AS "reporterId", r.category, r.explanation,
  r.weight, r.established, r.filed_at AS "filedAt", r.verdict AS outcome, r.judged_at AS "judgedAt", w.account_id AS "reporterAccountId"`;

/** What Article 16 of the Digital Services Act asks of a notice. */
export interface NoticeRow {
  readonly reportId: string;
  readonly law: string;
  readonly location: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly nameWithheld: boolean;
  readonly locale: string;
  readonly goodFaithAt: Date;
}

export const NOTICE_COLUMNS = `
  n.report_id AS "reportId", n.law, n.location, n.name, n.email::text AS email, n.name_withheld AS "nameWithheld", n.locale, n.good_faith_at AS "goodFaithAt"`;
