/** What ambassadors agree to, in one language. */
export interface AgreementRow {
  readonly id: string;
  readonly communityId: string;
  readonly version: number;
  readonly locale: string;
  /** Markdown. */
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly since: Date;
}

/** Over `g` (agreements). */
export const AGREEMENT_COLUMNS = 'g.id, g.community_id AS "communityId", g.version, g.locale, g.text, g.hash, g.since';
