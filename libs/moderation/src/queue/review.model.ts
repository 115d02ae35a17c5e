import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import { type Outcome, OUTCOMES, type PhaseName, PHASES, type Reason, REASONS } from '@fanfare/intake';
import { type ReviewSubjectKind, ReviewSubjectKindEnum } from '../moderation.enums.js';
import type { ReportCategory } from '../reports/report.category.js';
import { ReportCategoryEnum } from '../reports/report.model.js';
import type { Withheld } from '../subjects/review-subjects.js';
import { REVIEW_STATES, type ReviewState } from './review-item.row.js';
import { FACTORS, type FactorKind } from './review-factors.js';

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [value in Value]: value };

export const ReviewStateEnum = enumOf(REVIEW_STATES);
registerEnumType(ReviewStateEnum, { name: 'ReviewState', description: 'PROPOSED: decided by one moderator, and waiting for another.' });

export const ReviewFactorKindEnum = enumOf(FACTORS);
registerEnumType(ReviewFactorKindEnum, { name: 'ReviewFactorKind', description: 'What a priority is the product of.' });

@ObjectType('ReviewFactor')
export class ReviewFactorModel {
  @Field(() => ReviewFactorKindEnum)
  kind: FactorKind;

  @Field(() => Float)
  value: number;
}

@ObjectType('ReviewPriority', { description: 'severity × reach × report weight × waiting. Waiting doubles it each day, for all alike.' })
export class ReviewPriorityModel {
  @Field(() => Float)
  value: number;

  @Field(() => [ReviewFactorModel])
  factors: ReviewFactorModel[];
}

@ObjectType('ReviewClaim', { description: 'Who looks at it now, and until when unless they go on.' })
export class ReviewClaimModel {
  @Field()
  until: Date;

  @Field({ description: 'Whether it is the viewer.' })
  mine: boolean;
}

@ObjectType('ReviewNote', { description: 'What moderators say to each other about an item.' })
export class ReviewNoteModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Plain text.' })
  body: string;

  @Field()
  writtenAt: Date;
}

export const IntakePhaseEnum = enumOf(PHASES);
registerEnumType(IntakePhaseEnum, { name: 'IntakePhase', description: 'What every text passes, in this order.' });
export const IntakeOutcomeEnum = enumOf(OUTCOMES);
registerEnumType(IntakeOutcomeEnum, { name: 'IntakeOutcome', description: 'NUDGE: the author might rephrase once; HOLD: shown once a moderator has read it; REFUSE: not kept.' });
export const IntakeReasonEnum = enumOf(REASONS);
registerEnumType(IntakeReasonEnum, { name: 'IntakeReason', description: 'Why a phase spoke. That a text criticises the brand is none of them.' });

@ObjectType('IntakeVerdictParam')
export class IntakeVerdictParamModel {
  @Field()
  name: string;

  @Field()
  value: string;
}

@ObjectType('IntakeVerdict', { description: 'What a phase of intake said of a text.' })
export class IntakeVerdictModel {
  @Field(() => ID)
  id: string;

  @Field(() => IntakeOutcomeEnum)
  outcome: Outcome;

  @Field(() => IntakePhaseEnum, { nullable: true })
  phase: PhaseName | null;

  @Field(() => IntakeReasonEnum, { nullable: true })
  reason: Reason | null;

  @Field()
  at: Date;
}

@ObjectType('ReviewSignal', { description: 'What a machine noticed about it. It decides nothing.' })
export class ReviewSignalModel {
  @Field({ description: 'Stable, for who shows it: RUN_SUSPECTED, …' })
  code: string;

  @Field(() => Date, { nullable: true })
  at: Date | null;
}

export const WithheldEnum = enumOf(['HOLD', 'HIDDEN', 'REMOVED']);
registerEnumType(WithheldEnum, { name: 'ReviewedState', description: 'Held until a moderator has looked; hidden by a decision for a time; removed by one.' });

@ObjectType('ReviewContent', { description: 'A text as it stands now, for who reviews it.' })
export class ReviewContentModel {
  @Field(() => String, { nullable: true })
  title: string | null;

  @Field({ description: 'Markdown; empty for what has no words, or none any more.' })
  text: string;

  @Field(() => String, { nullable: true })
  language: string | null;

  @Field({ description: 'Where it stands on the site.' })
  path: string;

  @Field()
  createdAt: Date;

  @Field(() => Int)
  supporters: number;

  @Field(() => WithheldEnum, { nullable: true })
  withheld: Withheld | null;
}

@ObjectType('Criticism', { description: 'That a text criticises the brand, as far as a list of words can tell: negative opinion is no rule and removes nothing.' })
export class CriticismModel {
  @Field({ description: 'Whether it looks so. Irony and roundabout words are not seen; praise that quotes a complaint may be.' })
  critical: boolean;

  @Field(() => [String], { description: 'The words it comes from, as they stand in the text.' })
  words: string[];

  @Field(() => [String], { description: 'What is meant: mentions of the brand or its products.' })
  about: string[];
}

@ObjectType('ReviewItem', { description: 'One subject as moderators see it, with everything that is known of it. A new incident after a decision is a new item.' })
export class ReviewItemModel {
  @Field(() => ID)
  id: string;

  @Field(() => ReviewSubjectKindEnum)
  subjectKind: ReviewSubjectKind;

  @Field(() => ID)
  subjectId: string;

  @Field(() => Int, { description: 'How many times it came up by then, this one among them.' })
  incident: number;

  @Field(() => ReviewStateEnum)
  state: ReviewState;

  @Field(() => [ReportCategoryEnum], { description: 'What reports call it.' })
  categories: ReportCategory[];

  @Field()
  openedAt: Date;

  @Field()
  changedAt: Date;

  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;
}

@ObjectType()
export class ReviewItemConnection extends ConnectionType(ReviewItemModel, 'ReviewItem') {}

@ObjectType('ReviewKindCount')
export class ReviewKindCountModel {
  @Field(() => ReviewSubjectKindEnum)
  kind: ReviewSubjectKind;

  @Field(() => Int)
  open: number;
}

@ObjectType('ReviewWorkload', { description: 'How much waits, and how long.' })
export class ReviewWorkloadModel {
  @Field(() => Int, { description: 'Not decided, what waits for a second moderator included.' })
  open: number;

  @Field(() => Int, { description: 'Of them, those somebody looks at now.' })
  claimed: number;

  @Field(() => Int, { description: 'Of them, those that wait for a second moderator.' })
  proposed: number;

  @Field(() => Int, { description: 'Appeals without a decision.' })
  appeals: number;

  @Field(() => Date, { nullable: true, description: 'Since when the longest has waited.' })
  oldest: Date | null;

  @Field(() => Int, { description: 'Decided in the last seven days.' })
  decidedThisWeek: number;

  @Field(() => [ReviewKindCountModel])
  byKind: ReviewKindCountModel[];
}
