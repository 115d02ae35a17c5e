import type { TermState } from '../ambassadors.enums.js';

/** A term in force. */
export interface ActiveTerm {
  readonly id: string;
  readonly memberId: string;
  readonly communityId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** What the brand gives the ambassador, as it is always shown beside their name. */
  readonly receives: string;
}

/** Over `t` (terms or active_terms). */
export const ACTIVE_TERM_COLUMNS = `
  t.id, t.member_id AS "memberId", t.community_id AS "communityId", t.starts_at AS "startsAt", t.ends_at AS "endsAt", t.receives`;

/** A term as reads answer it. */
/** What was served is public; offers and what was taken away are for the member, the brand and moderators. */
export const isPublicTerm = ({ state }: { readonly state: string }): boolean => ['ACTIVE', 'ENDED', 'RESIGNED'].includes(state);

export interface TermRow {
  readonly id: string;
  readonly memberId: string;
  readonly communityId: string;
  readonly applicationId: string | null;
  readonly state: TermState;
  readonly receives: string;
  readonly months: number;
  readonly offeredAt: Date;
  readonly acceptUntil: Date;
  readonly agreementId: string | null;
  readonly agreementHash: string | null;
  readonly acceptedAt: Date | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly endedAt: Date | null;
  readonly renewalMonths: number | null;
  readonly renewalByBrandAt: Date | null;
  readonly renewalByMemberAt: Date | null;
}

/** Over `t` (terms). */
export const TERM_COLUMNS = `
  ${ACTIVE_TERM_COLUMNS}, t.application_id AS "applicationId", t.state, t.months, t.offered_at AS "offeredAt", t.accept_until AS "acceptUntil",
  t.agreement_id AS "agreementId", t.agreement_hash AS "agreementHash", t.accepted_at AS "acceptedAt", t.ended_at AS "endedAt",
  t.renewal_months AS "renewalMonths", t.renewal_by_brand_at AS "renewalByBrandAt", t.renewal_by_member_at AS "renewalByMemberAt"`;
