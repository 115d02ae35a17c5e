import type { EvidenceEnding, EvidenceKind } from './evidence.kinds.js';

/** One proof about an account. It stands as long as `endedAt` is null. */
export interface EvidenceRow {
  readonly id: string;
  readonly accountId: string;
  readonly kind: EvidenceKind;
  /** Whose brand vouches; null for the account's own kinds. */
  readonly communityId: string | null;
  /** What it rests on, for its owner's eyes: an address, an account elsewhere, a page. */
  readonly detail: string;
  readonly public: boolean;
  /** The account of who vouches for the brand. */
  readonly attestedBy: string | null;
  readonly note: string | null;
  readonly at: Date;
  readonly expiresAt: Date | null;
  /** When its person was told that it ends soon; null for a term of which they were not. */
  readonly warnedAt: Date | null;
  readonly endedAt: Date | null;
  readonly ending: EvidenceEnding | null;
}

/** The columns of a proof, named as in `EvidenceRow`; the table's alias is `e`. */
export const EVIDENCE_COLUMNS = `e.id, e.account_id AS "accountId", e.kind, e.community_id AS "communityId", e.label AS detail, e.public,
  e.attested_by AS "attestedBy", e.note, e.obtained_at AS at, e.expires_at AS "expiresAt", e.warned_at AS "warnedAt", e.ended_at AS "endedAt", e.ending`;
