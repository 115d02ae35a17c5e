import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import { IdeaModel } from '@fanfare/ideas';
import { type GenuinenessReason, GenuinenessReasonEnum } from './genuineness.model.js';

@ObjectType('RunRuling', { description: 'What a moderator decided about a run, which every later estimate follows.' })
export class RunRulingModel {
  @Field({ description: 'Whether its votes count, or wait.' })
  counts: boolean;

  @Field()
  reason: string;

  @Field()
  ruledAt: Date;
}

@ObjectType('RunReason')
export class RunReasonModel {
  @Field(() => GenuinenessReasonEnum)
  reason: GenuinenessReason;

  @Field(() => Int, { description: 'Of how many of those who wait it is true.' })
  members: number;
}

@ObjectType('SuspectedRun', { description: 'Votes that wait, or waited, because their members came together for one idea.' })
export class SuspectedRunModel {
  @Field(() => ID)
  id: string;

  @Field(() => IdeaModel, { nullable: true, description: 'What they came for; another idea where these votes only came with it.' })
  cameFor: IdeaModel | null;

  @Field(() => Int, { description: 'How many supporters came together for it.' })
  together: number;

  @Field(() => Float, { description: 'How many of these the best honest explanation lets expect.' })
  expected: number;

  @Field({ description: 'The first of their votes for it.' })
  beganAt: Date;

  @Field({ description: 'The last of them.' })
  endedAt: Date;

  @Field(() => Int, { description: 'Votes that wait for it: of the idea asked about, or of the whole community.' })
  held: number;

  @Field({ description: 'Since when the first of them waits.' })
  since: Date;

  @Field(() => [RunReasonModel], { description: 'What else is known of its people, what is true of most first.' })
  reasons: RunReasonModel[];

  @Field(() => RunRulingModel, { nullable: true })
  ruling: RunRulingModel | null;

  @Field(() => Int, { description: 'The version of the model.' })
  model: number;
}

@ObjectType()
export class SuspectedRunConnection extends ConnectionType(SuspectedRunModel, 'SuspectedRun') {}

export const SuspicionEventKindEnum = { SET_ASIDE: 'SET_ASIDE', RELEASED: 'RELEASED', RULED_TO_COUNT: 'RULED_TO_COUNT', RULED_TO_WAIT: 'RULED_TO_WAIT' } as const;
export type SuspicionEventKind = keyof typeof SuspicionEventKindEnum;
registerEnumType(SuspicionEventKindEnum, {
  name: 'SuspicionEventKind',
  description: 'SET_ASIDE, RELEASED: by the estimate. RULED_TO_COUNT, RULED_TO_WAIT: by a moderator.',
});

@ObjectType('SuspicionEvent', { description: 'Something that happened to the votes of an idea.' })
export class SuspicionEventModel {
  @Field(() => ID)
  id: string;

  @Field(() => SuspicionEventKindEnum)
  kind: SuspicionEventKind;

  @Field(() => Int, { description: 'How many votes moved, or whose people were decided about.' })
  votes: number;

  @Field()
  at: Date;

  @Field(() => RunRulingModel, { nullable: true })
  ruling: RunRulingModel | null;
}

@ObjectType()
export class SuspicionEventConnection extends ConnectionType(SuspicionEventModel, 'SuspicionEvent') {}

@InputType()
export class RuleOnRunInput {
  @Field(() => ID, { description: 'Of a suspected run.' })
  run: string;

  @Field({ description: 'True lets its votes count, false makes them wait.' })
  counts: boolean;

  @Field({ description: 'For other moderators: up to 2,000 characters.' })
  reason: string;
}

@ObjectType()
export class RuleOnRunPayload {
  @Field(() => IdeaModel, { description: 'What they came for.' })
  idea: IdeaModel;
}
