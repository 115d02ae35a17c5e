/** Two ideas that may ask for the same. */
export interface DuplicateRow {
  /** The younger one. */
  readonly ideaId: string;
  readonly otherId: string;
  readonly communityId: string;
  /** In thousandths. */
  readonly score: number;
  /** What both say, as the younger one writes it; what tells most first. */
  readonly sharedWords: readonly string[];
}

export const DUPLICATE_COLUMNS = `
  s.idea_id AS "ideaId", s.other_id AS "otherId", s.community_id AS "communityId", s.score, s.shared_words AS "sharedWords"`;
