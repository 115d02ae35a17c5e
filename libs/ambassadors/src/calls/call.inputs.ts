import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IdentityLevelEnum } from '@fanfare/access';
import { IDENTITY_LEVELS, type IdentityLevel, type Level, LEVELS } from '@fanfare/kernel';
import { LevelEnum } from '@fanfare/members';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDate, IsIn, IsInt, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { CALL_SELECTIONS, type CallSelection, QUESTION_AUDIENCES, QUESTION_KINDS, type QuestionAudience, type QuestionKind } from '../ambassadors.enums.js';
import { CallModel, CallSelectionEnum, QuestionAudienceEnum, QuestionKindEnum } from './call.model.js';

@InputType()
export class CallQuestionInput {
  @IsIn(QUESTION_KINDS)
  @Field(() => QuestionKindEnum)
  kind: QuestionKind;

  @Field({ description: 'Up to 300 characters.' })
  text: string;

  @IsOptional()
  @Field(() => String, { nullable: true })
  help?: string | null;

  @IsOptional()
  @ArrayMaxSize(20)
  @Field(() => [String], { nullable: true, description: 'Of a CHOICE: two or more.' })
  choices?: string[] | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'True when left out.' })
  required?: boolean | null;

  @IsOptional()
  @IsInt()
  @Field(() => Int, { nullable: true })
  maxLength?: number | null;

  @IsOptional()
  @IsIn(QUESTION_AUDIENCES)
  @Field(() => QuestionAudienceEnum, { nullable: true, description: 'PANEL when left out.' })
  audience?: QuestionAudience | null;
}

@InputType()
export class CallCriterionInput {
  @Field({ description: 'Up to 100 characters.' })
  label: string;

  @IsOptional()
  @IsInt()
  @Field(() => Int, { nullable: true, description: '1 when left out.' })
  weight?: number | null;
}

@InputType({ isAbstract: true })
abstract class CallContentsInput {
  @Field()
  title: string;

  @Field({ description: 'Markdown, up to 20,000 characters.' })
  story: string;

  @Field({ description: 'Plain text, up to 4,000 characters.' })
  perks: string;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'What an ambassador’s profile says they receive; the perks when left out.' })
  receives?: string | null;

  @IsInt()
  @Field(() => Int)
  seats: number;

  @IsDate()
  @Field()
  opensAt: Date;

  @IsDate()
  @Field()
  closesAt: Date;

  @IsOptional()
  @IsDate()
  @Field(() => Date, { nullable: true, description: 'A week after the close when left out.' })
  votingUntil?: Date | null;

  @IsIn(CALL_SELECTIONS)
  @Field(() => CallSelectionEnum)
  selection: CallSelection;

  @IsOptional()
  @IsIn(LEVELS)
  @Field(() => LevelEnum, { nullable: true })
  leastLevel?: Level | null;

  @IsOptional()
  @IsIn(IDENTITY_LEVELS)
  @Field(() => IdentityLevelEnum, { nullable: true, description: 'CONFIRMED when left out.' })
  leastIdentity?: IdentityLevel | null;

  @IsOptional()
  @IsInt()
  @Field(() => Int, { nullable: true })
  leastAge?: number | null;

  @IsOptional()
  @ArrayMaxSize(250)
  @Field(() => [String], { nullable: true, description: 'ISO 3166 countries; everywhere when left out.' })
  regions?: string[] | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Only where a panel decides alone.' })
  blind?: boolean | null;

  @IsOptional()
  @IsInt()
  @Field(() => Int, { nullable: true, description: '180 when left out.' })
  reapplyAfterDays?: number | null;

  @IsOptional()
  @IsInt()
  @Field(() => Int, { nullable: true, description: '6 when left out.' })
  termMonths?: number | null;

  @IsOptional()
  @IsInt()
  @Field(() => Int, { nullable: true, description: '14 when left out.' })
  acceptDays?: number | null;

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CallQuestionInput)
  @Field(() => [CallQuestionInput], { nullable: true })
  questions?: CallQuestionInput[] | null;

  @IsOptional()
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => CallCriterionInput)
  @Field(() => [CallCriterionInput], { nullable: true, description: 'Motivation, originality and reliability when left out.' })
  criteria?: CallCriterionInput[] | null;
}

@InputType()
export class OpenCallInput extends CallContentsInput {
  @Field({ description: 'The slug of the community.' })
  community: string;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'At once public; a draft when left out.' })
  publish?: boolean | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ isAbstract: true })
abstract class OneCallInput {
  @IsUUID()
  @Field(() => ID)
  call: string;
}

@InputType({ description: 'As a whole: what is left out is as the house proposes.' })
export class UpdateCallInput extends CallContentsInput {
  @IsUUID()
  @Field(() => ID)
  call: string;
}

@InputType()
export class PublishCallInput extends OneCallInput {}

@InputType()
export class CloseCallInput extends OneCallInput {
  @Field({ description: 'Everybody reads why: up to 1,000 characters.' })
  notice: string;
}

@InputType()
export class ExtendCallInput extends OneCallInput {
  @IsDate()
  @Field()
  closesAt: Date;

  @Field({ description: 'Everybody reads why: up to 1,000 characters.' })
  notice: string;
}

@InputType()
export class NameCallReviewersInput extends OneCallInput {
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  @Field(() => [ID], { description: 'Members, all of them.' })
  members: string[];
}

@InputType()
export class SeeCallInput extends OneCallInput {}

@InputType()
export class NominateForCallInput extends OneCallInput {
  @IsUUID()
  @Field(() => ID)
  circle: string;
}

@ObjectType({ isAbstract: true })
abstract class CallPayload {
  @Field(() => CallModel)
  call: CallModel;
}

@ObjectType()
export class OpenCallPayload extends CallPayload {}

@ObjectType()
export class UpdateCallPayload extends CallPayload {}

@ObjectType()
export class PublishCallPayload extends CallPayload {}

@ObjectType()
export class CloseCallPayload extends CallPayload {}

@ObjectType()
export class ExtendCallPayload extends CallPayload {}

@ObjectType()
export class NameCallReviewersPayload extends CallPayload {}

@ObjectType()
export class SeeCallPayload extends CallPayload {}
