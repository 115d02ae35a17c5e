import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { APPLICATION_OUTCOMES, type ApplicationOutcome } from '../ambassadors.enums.js';
import { ApplicationModel, ApplicationOutcomeEnum } from './application.model.js';

@InputType()
export class ApplicationAnswerInput {
  @IsUUID()
  @Field(() => ID)
  question: string;

  @MaxLength(20_000)
  @Field({ description: 'Empty takes it back.' })
  answer: string;
}

@InputType()
export class DeclaredReachInput {
  @Field({ description: 'Such as a blog, or the name of a service.' })
  channel: string;

  @Field({ description: 'Its public address.' })
  url: string;

  @IsInt()
  @Field(() => Int)
  followers: number;
}

@InputType({ isAbstract: true })
abstract class OneApplicationInput {
  @IsUUID()
  @Field(() => ID)
  application: string;
}

@InputType({ isAbstract: true })
abstract class DeclaredInput {
  @IsUUID()
  @Field(() => ID)
  call: string;

  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  @Field(() => String, { nullable: true, description: 'ISO 3166: where you live; asked for where the call is for some countries.' })
  country?: string | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Whether you have reached the call’s least age.' })
  ofAge?: boolean | null;
}

@InputType()
export class StartApplicationInput extends DeclaredInput {}

@InputType({ description: 'What is left out stays.' })
export class SaveApplicationInput extends OneApplicationInput {
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ApplicationAnswerInput)
  @Field(() => [ApplicationAnswerInput], { nullable: true })
  answers?: ApplicationAnswerInput[] | null;

  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DeclaredReachInput)
  @Field(() => [DeclaredReachInput], { nullable: true, description: 'All of it.' })
  reach?: DeclaredReachInput[] | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(99)
  @Field(() => Int, { nullable: true, description: 'Where to go on from, by the next visit: as the client counts.' })
  step?: number | null;
}

@InputType()
export class SubmitApplicationInput extends OneApplicationInput {}

@InputType({ description: 'Begins, writes and hands in, at once.' })
export class ApplyToCallInput extends DeclaredInput {
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ApplicationAnswerInput)
  @Field(() => [ApplicationAnswerInput])
  answers: ApplicationAnswerInput[];

  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DeclaredReachInput)
  @Field(() => [DeclaredReachInput], { nullable: true })
  reach?: DeclaredReachInput[] | null;
}

@InputType()
export class WithdrawApplicationInput extends OneApplicationInput {}

@InputType()
export class GiveUpSeatInput extends OneApplicationInput {}

@InputType()
export class ApplicationMarkInput {
  @IsInt()
  @Field(() => Int, { description: 'The criterion’s place in the rubric.' })
  criterion: number;

  @IsInt()
  @Field(() => Int, { description: '0 to 5.' })
  score: number;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'For the panel: up to 500 characters.' })
  note?: string | null;
}

@InputType({ description: 'Every criterion of the rubric.' })
export class ScoreApplicationInput extends OneApplicationInput {
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ApplicationMarkInput)
  @Field(() => [ApplicationMarkInput])
  marks: ApplicationMarkInput[];
}

@InputType()
export class DeclareConflictInput extends OneApplicationInput {
  @Field({ description: 'Up to 500 characters.' })
  reason: string;
}

@InputType()
export class DecideApplicationInput {
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @IsUUID('all', { each: true })
  @Field(() => [ID], { description: 'Of one call, up to 500: all get the answer, or none. The waiting list takes them in this order.' })
  applications: string[];

  @IsIn(APPLICATION_OUTCOMES)
  @Field(() => ApplicationOutcomeEnum)
  outcome: ApplicationOutcome;

  @Field({ description: 'Each of them reads it: up to 5,000 characters.' })
  reason: string;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Takes an answer back that was given before.' })
  reverse?: boolean | null;
}

@InputType()
export class DecideByRankingInput {
  @IsUUID()
  @Field(() => ID)
  call: string;

  @IsInt()
  @Field(() => Int, { description: 'How many of those who wait for an answer, the first of the ranking first; equal points by who handed in first. Up to 500: all get the answer, or none.' })
  count: number;

  @IsIn(APPLICATION_OUTCOMES)
  @Field(() => ApplicationOutcomeEnum, { description: 'SELECTED and WAITING only for who has points; SELECTED passes over who serves already.' })
  outcome: ApplicationOutcome;

  @Field({ description: 'Each of them reads it: up to 5,000 characters.' })
  reason: string;
}

@InputType()
export class AskForReviewInput extends OneApplicationInput {
  @Field({ description: 'Up to 5,000 characters.' })
  text: string;
}

@InputType({ description: 'That the decision stands; what changes it is a reversing decision.' })
export class AnswerReviewInput extends OneApplicationInput {
  @Field({ description: 'Up to 5,000 characters.' })
  answer: string;
}

@InputType()
export class VoteForApplicationInput extends OneApplicationInput {}

@InputType()
export class WithdrawApplicationVoteInput extends OneApplicationInput {}

@ObjectType({ isAbstract: true })
abstract class ApplicationPayload {
  @Field(() => ApplicationModel)
  application: ApplicationModel;
}

@ObjectType()
export class StartApplicationPayload extends ApplicationPayload {}

@ObjectType()
export class SaveApplicationPayload extends ApplicationPayload {}

@ObjectType()
export class SubmitApplicationPayload extends ApplicationPayload {}

@ObjectType()
export class ApplyToCallPayload extends ApplicationPayload {}

@ObjectType()
export class WithdrawApplicationPayload extends ApplicationPayload {}

@ObjectType()
export class GiveUpSeatPayload extends ApplicationPayload {}

@ObjectType()
export class ScoreApplicationPayload extends ApplicationPayload {}

@ObjectType()
export class DeclareConflictPayload extends ApplicationPayload {}

@ObjectType()
export class DecideApplicationPayload {
  @Field(() => [ApplicationModel])
  applications: ApplicationModel[];
}

@ObjectType()
export class DecideByRankingPayload {
  @Field(() => [ApplicationModel], { description: 'In the order of the ranking.' })
  applications: ApplicationModel[];
}

@ObjectType()
export class AskForReviewPayload extends ApplicationPayload {}

@ObjectType()
export class AnswerReviewPayload extends ApplicationPayload {}

@ObjectType()
export class VoteForApplicationPayload extends ApplicationPayload {}

@ObjectType()
export class WithdrawApplicationVotePayload extends ApplicationPayload {}

@ObjectType()
export class NominateForCallPayload extends ApplicationPayload {}
