import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ProblemCodeEnum } from '@fanfare/graphql';
import type { ProblemCode } from '@fanfare/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsDate, IsInt, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { type DecisionAction, DecisionActionEnum, type MemberRight, MemberRightEnum } from '../moderation.enums.js';
import { DecisionModel, DecisionScopeEnum } from './decision.model.js';
import type { DecisionScope } from './decision.row.js';
import { LONGEST_FACTS, LONGEST_LAW, LONGEST_PASSAGE } from './reasons.js';

@InputType()
export class SanctionInput {
  @Field(() => DecisionActionEnum, { description: 'WARN, MUTE, HOLD (what they write is looked at first), SUSPEND or BAN.' })
  action: DecisionAction;

  @IsOptional()
  @Field(() => MemberRightEnum, { nullable: true, description: 'With MUTE.' })
  right?: MemberRight | null;

  @IsOptional()
  @IsDate()
  @Type(() => Date)
  @Field(() => Date, { nullable: true, description: 'With MUTE and SUSPEND always; a BAN without one is for good, and takes two.' })
  until?: Date | null;
}

/** What is to happen, and why; the passage apart. */
@InputType({ isAbstract: true })
export abstract class RulingInput {
  @Field(() => DecisionActionEnum)
  action: DecisionAction;

  @IsOptional()
  @Field(() => MemberRightEnum, { nullable: true, description: 'With MUTE only.' })
  right?: MemberRight | null;

  @IsOptional()
  @Field(() => DecisionScopeEnum, { nullable: true, description: 'With HOLD only: the text (when left out), or what its author writes.' })
  scope?: DecisionScope | null;

  @IsOptional()
  @IsInt()
  @Field(() => Int, { nullable: true, description: 'The number of a rule of the community. Of rule and law exactly one; KEEP needs neither.' })
  rule?: number | null;

  @IsOptional()
  @MaxLength(LONGEST_LAW)
  @Field(() => String, { nullable: true, description: 'A law and its article.' })
  law?: string | null;

  @IsOptional()
  @MaxLength(2 * LONGEST_FACTS)
  @Field(() => String, { nullable: true, description: `What happened, for whom it affects; 1 to ${LONGEST_FACTS} characters.` })
  facts?: string | null;

  @IsOptional()
  @MaxLength(40)
  @Field(() => String, { nullable: true, description: 'Of the facts, as a BCP 47 tag.' })
  language?: string | null;

  @IsOptional()
  @IsDate()
  @Type(() => Date)
  @Field(() => Date, { nullable: true, description: 'With MUTE and SUSPEND always, with HIDE, HOLD (a fortnight at most of a text) and BAN if wanted.' })
  until?: Date | null;

  @IsOptional()
  @MaxLength(160)
  @Field(() => String, { nullable: true, description: 'The same key with the same input is the same decision.' })
  idempotencyKey?: string | null;
}

@InputType()
export class DecideReviewInput extends RulingInput {
  @IsUUID('all')
  @Field(() => ID)
  item: string;

  @IsOptional()
  @MaxLength(2 * LONGEST_PASSAGE)
  @Field(() => String, { nullable: true, description: 'Quoted from the text as it stands; of conduct and of a text that is gone none is asked.' })
  passage?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => SanctionInput)
  @Field(() => SanctionInput, { nullable: true, description: 'What it means for the author beside the text, for the same reasons: a decision of its own.' })
  sanction?: SanctionInput | null;

  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(100)
  @Field(() => [ID], { nullable: true, description: 'With KEEP: reports that were made to harm.' })
  abusiveReports?: string[] | null;
}

@InputType()
export class BulkReviewInput {
  @IsUUID('all')
  @Field(() => ID)
  item: string;

  @IsOptional()
  @MaxLength(2 * LONGEST_PASSAGE)
  @Field(() => String, { nullable: true, description: 'Quoted from the text as it stands.' })
  passage?: string | null;
}

const MOST_ITEMS = 50;

@InputType()
export class DecideReviewsInput extends RulingInput {
  @ValidateNested({ each: true })
  @Type(() => BulkReviewInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @Field(() => [BulkReviewInput], { description: `1 to ${MOST_ITEMS}.` })
  items: BulkReviewInput[];
}

@InputType()
export class ConfirmDecisionInput {
  @IsUUID('all')
  @Field(() => ID)
  decision: string;

  @Field({ description: 'Whether it binds from now on. If not, the item waits again.' })
  agree: boolean;

  @IsOptional()
  @MaxLength(4000)
  @Field(() => String, { nullable: true, description: 'Against a proposal always; up to 2,000 characters.' })
  reason?: string | null;
}

@InputType()
export class AcknowledgeWarningInput {
  @IsUUID('all')
  @Field(() => ID)
  decision: string;
}

@ObjectType()
export class DecideReviewPayload {
  @Field(() => DecisionModel)
  decision: DecisionModel;
}

@ObjectType({ description: 'Why one of several was refused.' })
export class DecisionProblem {
  @Field(() => ProblemCodeEnum)
  code: ProblemCode;
}

@ObjectType({ description: 'What became of one of several items.' })
export class DecisionOutcome {
  @Field(() => ID)
  item: string;

  @Field(() => DecisionModel, { nullable: true })
  decision: DecisionModel | null;

  @Field(() => DecisionProblem, { nullable: true, description: 'Null where it was decided.' })
  problem: DecisionProblem | null;
}

@ObjectType()
export class DecideReviewsPayload {
  @Field(() => [DecisionOutcome], { description: 'One for each item, in the order asked.' })
  outcomes: DecisionOutcome[];
}

@ObjectType()
export class ConfirmDecisionPayload {
  @Field(() => DecisionModel)
  decision: DecisionModel;
}

@ObjectType()
export class AcknowledgeWarningPayload {
  @Field(() => DecisionModel)
  decision: DecisionModel;
}
