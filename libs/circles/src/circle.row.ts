/** Whether anybody of the community comes in at once, or somebody in the circle decides. */
export const CIRCLE_JOININGS = ['OPEN', 'BY_REQUEST'] as const;
export type CircleJoining = (typeof CIRCLE_JOININGS)[number];

/** A circle as reads answer it. */
export interface CircleRow {
  readonly id: string;
  readonly communityId: string;
  readonly slug: string;
  readonly name: string;
  /** Markdown. */
  readonly description: string;
  readonly joining: CircleJoining;
  readonly founderId: string;
  readonly spokespersonId: string | null;
  readonly spokespersonSince: Date | null;
  readonly termEndsAt: Date | null;
  /** Since when the brand recognises it; null when it does not. */
  readonly recognisedAt: Date | null;
  readonly recognitionNote: string | null;
  readonly memberCount: number;
  readonly createdAt: Date;
  /** Who looks after it: its spokesperson, else whoever is in it longest. Null when nobody is. */
  readonly keeperId: string | null;
}

/** Over `o` (circles). */
export const CIRCLE_COLUMNS = `
  o.id, o.community_id AS "communityId", o.slug, o.name, o.description, o.joining, o.founder_id AS "founderId",
  o.spokesperson_id AS "spokespersonId", o.spokesperson_since AS "spokespersonSince", o.term_ends_at AS "termEndsAt",
  o.recognised_at AS "recognisedAt", o.recognition_note AS "recognitionNote", o.member_count AS "memberCount", o.created_at AS "createdAt",
  coalesce(o.spokesperson_id, (
    SELECT k.member_id FROM circle_members k WHERE k.circle_id = o.id ORDER BY k.joined_at, k.member_id LIMIT 1
  )) AS "keeperId"`;

/** That somebody is in a circle. */
export interface CircleMembershipRow {
  readonly circleId: string;
  readonly memberId: string;
  readonly communityId: string;
  readonly joinedAt: Date;
}

export const MEMBERSHIP_COLUMNS = 'k.circle_id AS "circleId", k.member_id AS "memberId", k.community_id AS "communityId", k.joined_at AS "joinedAt"';

/** A wish to join. */
export interface CircleRequestRow {
  readonly id: string;
  readonly circleId: string;
  readonly memberId: string;
  readonly communityId: string;
  /** Plain text; may be empty. */
  readonly message: string;
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
  readonly accepted: boolean | null;
}

export const REQUEST_COLUMNS = `
  r.id, r.circle_id AS "circleId", r.member_id AS "memberId", r.community_id AS "communityId", r.message,
  r.requested_at AS "requestedAt", r.decided_at AS "decidedAt", r.accepted`;
