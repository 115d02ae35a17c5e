import type { Decider, DecisionAction, DecisionGround, DecisionSource, MemberRight, ReviewSubjectKind } from '../moderation.enums.js';

export const DECISION_STATES = ['PROPOSED', 'IN_FORCE', 'REJECTED', 'FALLEN', 'ENDED'] as const;
/** Waits for a second moderator; binds; was not seconded; fell on appeal or was replaced; its time was over. */
export type DecisionState = (typeof DECISION_STATES)[number];

export const DECISION_SCOPES = ['TEXT', 'MEMBER'] as const;
/** What a decision restricts: the text its item is about, or what its author may do in the community. */
export type DecisionScope = (typeof DECISION_SCOPES)[number];

/** Who may judge: a machine does not. */
export type Office = Exclude<Decider, 'AUTOMATED'>;

/** A decision, which is its own statement of reasons, with what it is about. */
export interface DecisionRow {
  readonly id: string;
  readonly communityId: string;
  readonly itemId: string;
  readonly subjectKind: ReviewSubjectKind;
  readonly subjectId: string;
  /** Whom it affects; null for imported texts without an author. */
  readonly affectedId: string | null;
  /** Their account, which is never shown; null for imported people and who left. */
  readonly affectedAccountId: string | null;
  readonly action: DecisionAction;
  /** What a MUTE takes. */
  readonly right: MemberRight | null;
  readonly scope: DecisionScope;
  readonly ground: DecisionGround | null;
  readonly ruleNumber: number | null;
  readonly ruleVersion: number | null;
  readonly law: string | null;
  /** Null once erased. */
  readonly facts: string | null;
  readonly passage: string | null;
  /** Of facts, as a BCP 47 tag. */
  readonly language: string | null;
  readonly source: DecisionSource;
  readonly automatedDetection: boolean;
  readonly automatedDecision: boolean;
  readonly critical: boolean;
  readonly state: DecisionState;
  readonly decidedBy: string | null;
  readonly decidedAs: Decider;
  readonly decidedAt: Date;
  readonly needsSecond: boolean;
  readonly secondedBy: string | null;
  readonly secondedAs: Office | null;
  readonly secondedAt: Date | null;
  readonly secondReason: string | null;
  /** Null while it is proposed. */
  readonly startsAt: Date | null;
  /** Null for what has no end. */
  readonly endsAt: Date | null;
  readonly overAt: Date | null;
  readonly appealUntil: Date | null;
  readonly acknowledgedAt: Date | null;
  /** When its words were taken away. */
  readonly erasedAt: Date | null;
  /** The proposal during which this hold lasts. */
  readonly holdsFor: string | null;
}

export const DECISION_TABLES = 'decisions d JOIN review_items ri ON ri.id = d.item_id LEFT JOIN members dm ON dm.id = d.affected_id';

export const DECISION_COLUMNS = `d.id, d.community_id AS "communityId", d.item_id AS "itemId", ri.subject_kind AS "subjectKind", ri.subject_id AS "subjectId",
  d.affected_id AS "affectedId", dm.account_id AS "affectedAccountId", d.action, d.muted_right AS "right", d.scope, d.ground,
  d.rule_number AS "ruleNumber", d.rule_version AS "ruleVersion", d.law, d.facts, d.passage, d.language, d.source,
  d.automated_detection AS "automatedDetection", d.automated_decision AS "automatedDecision", d.critical, d.state, d.decided_by AS "decidedBy",
  d.decided_as AS "decidedAs", d.decided_at AS "decidedAt", d.needs_second AS "needsSecond", d.seconded_by AS "secondedBy",
  d.seconded_as AS "secondedAs", d.seconded_at AS "secondedAt", d.second_reason AS "secondReason", d.starts_at AS "startsAt", d.ends_at AS "endsAt",
  d.over_at AS "overAt", d.appeal_until AS "appealUntil", d.acknowledged_at AS "acknowledgedAt", d.erased_at AS "erasedAt", d.holds_for AS "holdsFor"`;
