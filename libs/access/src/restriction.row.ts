import type { MemberRight, Restriction, RestrictionKind } from '@fanfare/kernel';

/** A restriction as PostgreSQL puts it into JSON. */
export interface RestrictionJson {
  readonly communityId: string;
  readonly kind: RestrictionKind;
  readonly right: MemberRight | null;
  readonly endsAt: string | null;
  readonly decisionId: string;
}

const JSON_OF = `json_build_object('communityId', r.community_id, 'kind', r.kind, 'right', r.muted_right, 'endsAt', r.ends_at, 'decisionId', r.decision_id)`;

/** SQL: whether a restriction `r` binds at a moment. */
export function inForceSql(now: string): string {
  return `r.lifted_at IS NULL AND r.starts_at <= ${now} AND (r.ends_at IS NULL OR r.ends_at > ${now})`;
}

/** SQL: the restrictions of an account in force, as JSON; null for none. Costs one look into an index of members who have any. */
export function restrictionsOfAccountSql(accountId: string, now: string): string {
  return `(SELECT json_agg(${JSON_OF} ORDER BY r.starts_at, r.id) FROM members rm JOIN restrictions r ON r.member_id = rm.id
    WHERE rm.account_id = ${accountId} AND rm.restricted AND ${inForceSql(now)})`;
}

/** SQL: the restrictions in force of the member $1 at $2, as JSON; null for none. */
export const OF_MEMBER = `SELECT json_agg(${JSON_OF} ORDER BY r.starts_at, r.id) AS restrictions FROM restrictions r WHERE r.member_id = $1 AND ${inForceSql('$2')}`;

export function restrictionsFrom(rows: readonly RestrictionJson[]): Restriction[] {
  return rows.map((row) => ({ ...row, endsAt: row.endsAt === null ? null : new Date(row.endsAt) }));
}
