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
  /** Never shown: whose it is, for policies. */
  readonly accountId: string | null;
  /** Never shown: who refused or revoked; they do not judge it, whatever office they hold by now. */
  readonly judgedBy: string | null;
}

/** Over `a` (ambassador_appeals) and `w` (its member). */
export const APPEAL_TABLES = 'ambassador_appeals a JOIN members w ON w.id = a.member_id';
export const APPEAL_COLUMNS = `
  a.id, a.community_id AS "communityId", a.subject, a.subject_id AS "subjectId", a.against, a.member_id AS "memberId", a.text, a.opened_at AS "openedAt",
  a.decided_as AS "decidedAs", a.decided_at AS "decidedAt", a.outcome, a.reasons, w.account_id AS "accountId",
  (SELECT j.account_id FROM members j WHERE j.id = CASE a.subject
    WHEN 'TERM' THEN (SELECT r.revoked_by FROM term_revocations r WHERE r.id = a.against)
    ELSE (SELECT r.reviewed_by FROM entry_reviews r WHERE r.id = a.against) END) AS "judgedBy"`;

/** What a bench judges about. */
export function judgedIn({ id, communityId, memberId }: AmbassadorAppealRow): Judged {
  return { itemId: id, communityId, authorId: memberId };
}
