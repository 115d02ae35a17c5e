import type { Withholding } from '@fanfare/kernel';
import type { CheckVerdict, EntryOutcome, EntryState, EvidenceForm } from '../ambassadors.enums.js';

/** An entry as reads answer it, with what policies ask about its author. */
export interface EntryRow {
  readonly id: string;
  readonly missionId: string;
  readonly communityId: string;
  readonly memberId: string;
  readonly termId: string;
  readonly state: EntryState;
  readonly revision: number;
  /** For who reviews it. */
  readonly note: string;
  readonly disclosed: boolean;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly firstSubmittedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly disclosureLostAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withheld: Withholding | null;
  /** Never shown: whose it is, for policies. */
  readonly authorAccountId: string | null;
}

/** What every read of entries joins, as `e` and `w` (its author). */
export const ENTRY_TABLES = 'entries e JOIN members w ON w.id = e.member_id';

export const ENTRY_COLUMNS = `
  e.id, e.mission_id AS "missionId", e.community_id AS "communityId", e.member_id AS "memberId", e.term_id AS "termId", e.state, e.revision, e.note,
  e.disclosed, e.created_at AS "createdAt", e.submitted_at AS "submittedAt", e.first_submitted_at AS "firstSubmittedAt", e.published_at AS "publishedAt",
  e.disclosure_lost_at AS "disclosureLostAt", e.withdrawn_at AS "withdrawnAt", e.withheld, w.account_id AS "authorAccountId"`;

/** One piece of what an entry shows. */
export interface EvidenceRow {
  readonly id: string;
  readonly entryId: string;
  readonly revision: number;
  readonly kind: EvidenceForm;
  readonly channel: string | null;
  readonly url: string | null;
  readonly text: string | null;
  readonly pictureId: string | null;
  readonly alt: string;
  readonly nextCheckAt: Date | null;
}

/** Over `v` (entry_evidence). */
export const EVIDENCE_COLUMNS = `
  v.id, v.entry_id AS "entryId", v.revision, v.kind, v.channel, v.url, v.text, v.picture_id AS "pictureId", v.alt, v.next_check_at AS "nextCheckAt"`;

/** One thing that a page should show. */
export interface LookedFor {
  readonly kind: 'DISCLOSURE' | 'TRACKING_LINK';
  /** Any of them will do. */
  readonly wanted: readonly string[];
  /** Which was found; null for none. */
  readonly found: string | null;
}

/** One reading of a page. */
export interface CheckRow {
  readonly id: string;
  readonly evidenceId: string;
  readonly checkedAt: Date;
  readonly verdict: CheckVerdict;
  readonly lookedFor: readonly LookedFor[];
  /** SHA-256 in hexadecimal; null when nothing was read. */
  readonly hash: string | null;
  readonly title: string | null;
  readonly snapshot: string | null;
  readonly reason: string | null;
  readonly status: number | null;
}

/** Over `k` (entry_checks). */
export const CHECK_COLUMNS = `
  k.id, k.evidence_id AS "evidenceId", k.checked_at AS "checkedAt", k.verdict, k.looked_for AS "lookedFor", k.hash, k.title, k.snapshot, k.reason, k.status`;

export interface RubricScore {
  readonly criterion: string;
  readonly score: number;
  /** The most it could be. */
  readonly of: number;
}

/** What the brand, or an appeal, said of an entry. */
export interface EntryReviewRow {
  readonly id: string;
  readonly entryId: string;
  readonly revision: number;
  readonly outcome: EntryOutcome;
  readonly scores: readonly RubricScore[];
  readonly reason: string;
  readonly sawDisclosure: boolean;
  /** Null when an appeal decided. */
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date;
}

/** Over `o` (entry_reviews). */
export const REVIEW_COLUMNS = `
  o.id, o.entry_id AS "entryId", o.revision, o.outcome, o.scores, o.reason, o.saw_disclosure AS "sawDisclosure", o.reviewed_by AS "reviewedBy",
  o.reviewed_at AS "reviewedAt"`;
