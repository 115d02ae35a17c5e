import type { EvidenceForm, MissionKind, MissionState } from '../ambassadors.enums.js';

/** One thing a review looks at, and how many points of the review it is worth. */
export interface RubricLine {
  readonly criterion: string;
  readonly points: number;
}

/** A mission as reads answer it. */
export interface MissionRow {
  readonly id: string;
  readonly communityId: string;
  readonly periodId: string | null;
  readonly kind: MissionKind;
  readonly state: MissionState;
  readonly title: string;
  /** Markdown. */
  readonly brief: string;
  /** Whom it is meant for; '' for all ambassadors. */
  readonly audience: string;
  /** Null: as many as like. */
  readonly places: number | null;
  readonly taken: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly rallyAt: Date | null;
  readonly rallyUntil: Date | null;
  readonly evidence: readonly EvidenceForm[];
  /** Whether linked pages must carry the ambassador's tracking link. */
  readonly tracked: boolean;
  readonly rubric: readonly RubricLine[];
  readonly rewardPoints: number;
  readonly rewardPerk: string | null;
  readonly budgetId: string | null;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeNotice: string | null;
}

/** Over `s` (missions). */
export const MISSION_COLUMNS = `
  s.id, s.community_id AS "communityId", s.period_id AS "periodId", s.kind, s.state, s.title, s.brief, s.audience, s.places, s.taken,
  s.opens_at AS "opensAt", s.closes_at AS "closesAt", s.rally_at AS "rallyAt", s.rally_until AS "rallyUntil", s.evidence, s.tracked, s.rubric,
  s.reward_points AS "rewardPoints", s.reward_perk AS "rewardPerk", s.budget_id AS "budgetId", s.created_at AS "createdAt",
  s.published_at AS "publishedAt", s.closed_at AS "closedAt", s.close_notice AS "closeNotice"`;

/** What a rally has brought about. */
export interface RallyCount {
  readonly missionId: string;
  readonly joined: number;
  /** Who acted in each five minutes of its hour. */
  readonly pace: readonly number[];
}

/** The hour of a mission with its count; null for a mission that is no rally. */
export function rallyOf({ rallyAt, rallyUntil }: Pick<MissionRow, 'rallyAt' | 'rallyUntil'>, count: RallyCount | null) {
  if (rallyAt === null || rallyUntil === null) return null;
  const pace = [...(count?.pace ?? [])];
  return { startsAt: rallyAt, endsAt: rallyUntil, joined: count?.joined ?? 0, acted: pace.reduce((sum, one) => sum + one, 0), pace };
}

/** A stretch of time with a theme. */
export interface PeriodRow {
  readonly id: string;
  readonly communityId: string;
  readonly theme: string;
  /** Markdown. */
  readonly story: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Over `d` (mission_periods). */
export const PERIOD_COLUMNS = `d.id, d.community_id AS "communityId", d.theme, d.story, d.starts_at AS "startsAt", d.ends_at AS "endsAt"`;

/** The words that disclose, in one channel and language. */
export interface DisclosureRow {
  readonly missionId: string;
  readonly channel: string;
  /** BCP 47. */
  readonly language: string;
  /** Any of them will do. */
  readonly words: readonly string[];
}
