/** A merge: which idea was declared a duplicate of which, and what its author said to it. */
export interface MergeRow {
  readonly id: string;
  readonly communityId: string;
  readonly duplicateId: string;
  /** What staff pointed at. While that is a duplicate itself, the idea points at its root. */
  readonly targetId: string;
  /** What staff said, in public. */
  readonly note: string | null;
  readonly mergedAt: Date;
  /** The member who merged; null where nobody is known. */
  readonly mergedBy: string | null;
  readonly contestedAt: Date | null;
  readonly contestReason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly upheld: boolean | null;
  readonly decision: string | null;
}

export const MERGE_COLUMNS = `
  g.id, g.community_id AS "communityId", g.duplicate_id AS "duplicateId", g.target_id AS "targetId", g.note, g.merged_at AS "mergedAt",
  g.merged_by AS "mergedBy", g.contested_at AS "contestedAt", g.contest_reason AS "contestReason", g.decided_at AS "decidedAt",
  g.decided_by AS "decidedBy", g.upheld, g.decision`;
