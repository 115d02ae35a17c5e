import type { Judged, Office } from '@fanfare/moderation';
import type { AmbassadorAppealOutcome, AmbassadorAppealSubject } from '../ambassadors.enums.js';

/** What an ambassador says against a refusal or a revocation. */
export interface AmbassadorAppealRow {
  readonly id: string;
  readonly communityId: string;
  readonly subject: AmbassadorAppealSubject;
  readonly subjectId: string;
  /** The review or decision it is against. */
  readonly against: string;
  readonly memberId: string;
  readonly text: string;
  readonly openedAt: Date;
  readonly decidedAs: Office | null;
  readonly decidedAt: Date | null;
  readonly outcome: AmbassadorAppealOutcome | null;
  readonly reasons: string | null;
  /** That the refused entry was handed in for; null for a term. */
  readonly missionId: string | null;
  /** Never shown: whose it is, for policies. */
  readonly accountId: string | null;
  /** Never shown: the member who refused or revoked; they do not judge it, whatever office they hold by now. */
  readonly judgedBy: string | null;
}

/** Over `a` (ambassador_appeals), `w` (its member), `n` (the refused entry) and `j` (who refused or revoked). */
export const APPEAL_TABLES = `ambassador_appeals a JOIN members w ON w.id = a.member_id
  LEFT JOIN term_revocations v ON a.subject = 'TERM' AND v.id = a.against
  LEFT JOIN entry_reviews e ON a.subject = 'ENTRY' AND e.id = a.against
  LEFT JOIN entries n ON n.id = e.entry_id
  LEFT JOIN members j ON j.id = coalesce(v.revoked_by, e.reviewed_by)`;
export const APPEAL_COLUMNS = `
  a.id, a.community_id AS "communityId", a.subject, a.subject_id AS "subjectId", a.against, a.member_id AS "memberId", a.text, a.opened_at AS "openedAt",
  a.decided_as AS "decidedAs", a.decided_at AS "decidedAt", a.outcome, a.reasons, n.mission_id AS "missionId", w.account_id AS "accountId", j.id AS "judgedBy"`;

/** What a bench judges about; only somebody fresh will do. */
export function judgedIn({ id, communityId, memberId, judgedBy }: AmbassadorAppealRow): Judged {
  return { itemId: id, communityId, authorId: memberId, tookPartId: judgedBy };
}
