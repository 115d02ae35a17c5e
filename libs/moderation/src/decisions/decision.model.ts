import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import {
  type Decider,
  DeciderEnum,
  type DecisionAction,
  DecisionActionEnum,
  type DecisionGround,
  DecisionGroundEnum,
  type DecisionSource,
  DecisionSourceEnum,
  type MemberRight,
  MemberRightEnum,
  type ReviewSubjectKind,
  ReviewSubjectKindEnum,
} from '../moderation.enums.js';
import { DECISION_SCOPES, DECISION_STATES, type DecisionScope, type DecisionState } from './decision.row.js';

const enumOf = <Value extends string>(values: readonly Value[]) => Object.fromEntries(values.map((value) => [value, value])) as { [value in Value]: value };

export const DecisionStateEnum = enumOf(DECISION_STATES);
registerEnumType(DecisionStateEnum, {
  name: 'DecisionState',
  description: 'Waits for a second moderator; binds; was not seconded; fell on appeal or was replaced; was right while it lasted and is over.',
});

export const DecisionScopeEnum = enumOf(DECISION_SCOPES);
registerEnumType(DecisionScopeEnum, { name: 'DecisionScope', description: 'What it restricts: the text it is about, or what its author may do in the community.' });

@ObjectType('Decision', { description: 'What was decided and why: the statement of reasons of Article 17 of the Digital Services Act. Facts and passage are for whom it affects and for moderators.' })
export class DecisionModel {
  @Field(() => ID)
  id: string;

  @Field(() => DecisionActionEnum)
  action: DecisionAction;

  @Field(() => MemberRightEnum, { nullable: true, description: 'What a MUTE takes.' })
  right: MemberRight | null;

  @Field(() => DecisionScopeEnum)
  scope: DecisionScope;

  @Field(() => DecisionGroundEnum, { nullable: true, description: 'Null where nothing was restricted.' })
  ground: DecisionGround | null;

  @Field(() => Int, { nullable: true })
  ruleNumber: number | null;

  @Field(() => Int, { nullable: true, description: 'The wording it was made under.' })
  ruleVersion: number | null;

  @Field(() => String, { nullable: true, description: 'A law and its article, in words.' })
  law: string | null;

  @Field(() => DecisionSourceEnum)
  source: DecisionSource;

  @Field({ description: 'Whether a machine found it.' })
  automatedDetection: boolean;

  @Field({ description: 'Whether a machine decided it: it holds until somebody has looked, and does no more.' })
  automatedDecision: boolean;

  @Field(() => DeciderEnum)
  decidedAs: Decider;

  @Field()
  decidedAt: Date;

  @Field(() => DecisionStateEnum)
  state: DecisionState;

  @Field({ description: 'Whether it binds only once another moderator has agreed.' })
  needsSecond: boolean;

  @Field(() => Date, { nullable: true })
  startsAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null for no end.' })
  endsAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it stopped to bind.' })
  overAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when it can be appealed, in the product.' })
  appealUntil: Date | null;

  @Field(() => Date, { nullable: true, description: 'When a warning was read.' })
  acknowledgedAt: Date | null;

  @Field(() => ReviewSubjectKindEnum)
  subjectKind: ReviewSubjectKind;

  @Field(() => ID)
  subjectId: string;
}

@ObjectType()
export class DecisionConnection extends ConnectionType(DecisionModel, 'Decision') {}
