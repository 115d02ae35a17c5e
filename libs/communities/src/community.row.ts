import type { Theme } from './theme.js';

/** A community as the database keeps it, and as its GraphQL type shows it. */
export interface CommunityRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** BCP 47 tag of the language its texts are in. */
  readonly locale: string;
  readonly tagline: string;
  readonly description: string;
  /** Markdown. */
  readonly guidelines: string;
  /** Years; 0 when anybody may join. */
  readonly minAge: number;
  readonly theme: Theme;
  /** Markdown a new idea starts from, or ''. */
  readonly ideaTemplate: string;
  /** The rung from which on supporters are asked what they would pay; null: nobody is asked. */
  readonly surveyRung: number | null;
  readonly termsVersion: number;
  readonly createdAt: Date;
}

export const COMMUNITY_COLUMNS = `c.id, c.slug, c.name, c.locale, c.tagline, c.description, c.guidelines, c.min_age AS "minAge", c.theme,
  c.idea_template AS "ideaTemplate", c.survey_rung AS "surveyRung", c.terms_version AS "termsVersion", c.created_at AS "createdAt"`;

export interface TermsRow {
  readonly communityId: string;
  readonly version: number;
  readonly body: string;
  readonly createdAt: Date;
}

export const TERMS_COLUMNS = 't.community_id AS "communityId", t.version, t.body, t.created_at AS "createdAt"';

export interface CategoryRow {
  readonly id: string;
  readonly communityId: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
}

export const CATEGORY_COLUMNS = 'k.id, k.community_id AS "communityId", k.slug, k.name, k.description';

export interface RungRow extends Rung {
  readonly communityId: string;
}

/** One step of the ladder. */
export interface Rung {
  /** From 1 up. */
  readonly position: number;
  /** Verified support that reaches it. */
  readonly support: number;
  /** Days to reach it, counted on from the deadline before. */
  readonly days: number;
}
