import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import type { EvidenceForm, MissionKind } from '../ambassadors.enums.js';
import { EvidenceFormEnum, MissionKindEnum, MissionModel, MissionPeriodModel } from './mission.model.js';
import { LONGEST_BRIEF, MOST_CRITERIA, MOST_DISCLOSURES } from './mission.text.js';

@InputType()
export class RubricLineInput {
  @Field({ description: 'What a review looks at; never the opinion. Up to 200 characters.' })
  criterion: string;

  @Field(() => Int, { description: '1 to 100.' })
  points: number;
}

@InputType()
export class MissionDisclosureInput {
  @Field({ description: 'Where it is published, in the brand’s words: Instagram, a blog …' })
  channel: string;

  @Field({ description: 'BCP 47.' })
  language: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @Field(() => [String], { description: 'Any of them will do.' })
  words: string[];
}

@InputType({ isAbstract: true, description: 'There is no field for what to think of the brand.' })
abstract class MissionTextInput {
  @Field(() => MissionKindEnum)
  kind: MissionKind;

  @Field({ description: '3 to 120 characters.' })
  title: string;

  @Field({ description: `Markdown, up to ${LONGEST_BRIEF} characters. One that asks for praise is refused, with the sentence.` })
  brief: string;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Whom it is meant for.' })
  audience?: string | null;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'As many as like when left out.' })
  places?: number | null;

  @Field()
  opensAt: Date;

  @Field()
  closesAt: Date;

  @IsOptional()
  @Field(() => Date, { nullable: true, description: 'Of a RALLY: when its hour begins.' })
  rallyAt?: Date | null;

  @ArrayMinSize(1)
  @ArrayUnique()
  @Field(() => [EvidenceFormEnum])
  evidence: EvidenceForm[];

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Whether pages must carry the ambassador’s tracking link.' })
  tracked?: boolean | null;

  @IsOptional()
  @ArrayMaxSize(MOST_CRITERIA)
  @ValidateNested({ each: true })
  @Type(() => RubricLineInput)
  @Field(() => [RubricLineInput], { nullable: true })
  rubric?: RubricLineInput[] | null;

  @IsOptional()
  @ArrayMaxSize(MOST_DISCLOSURES)
  @ValidateNested({ each: true })
  @Type(() => MissionDisclosureInput)
  @Field(() => [MissionDisclosureInput], { nullable: true, description: 'For links: the words by channel and language.' })
  disclosures?: MissionDisclosureInput[] | null;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'Points for each accepted entry; takes a budget.' })
  rewardPoints?: number | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: 'A perk for each accepted entry.' })
  rewardPerk?: string | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: 'What it is paid from.' })
  budget?: string | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true })
  period?: string | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Kept for later instead of shown.' })
  draft?: boolean | null;
}

@InputType({ description: 'There is no field for what to think of the brand.' })
export class PublishMissionInput extends MissionTextInput {
  @Field({ description: 'The slug.' })
  community: string;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Of a draft: all of it, as it shall be. Shown, unless it stays a draft.' })
export class UpdateMissionInput extends MissionTextInput {
  @IsUUID('all')
  @Field(() => ID)
  mission: string;
}

@InputType({ isAbstract: true })
abstract class OfMissionInput {
  @IsUUID('all')
  @Field(() => ID)
  mission: string;
}

@InputType()
export class DeleteMissionInput extends OfMissionInput {}

@InputType()
export class CloseMissionInput extends OfMissionInput {
  @Field({ description: 'For those who chose it: why. Up to 1,000 characters.' })
  notice: string;
}

@InputType()
export class JoinMissionInput extends OfMissionInput {}

@InputType()
export class LeaveMissionInput extends OfMissionInput {}

@InputType()
export class CreatePeriodInput {
  @Field({ description: 'The slug.' })
  community: string;

  @Field({ description: '3 to 120 characters.' })
  theme: string;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Markdown, up to 5,000 characters.' })
  story?: string | null;

  @Field()
  startsAt: Date;

  @Field()
  endsAt: Date;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'All of it, as it shall be.' })
export class UpdatePeriodInput extends CreatePeriodInput {
  @IsUUID('all')
  @Field(() => ID)
  period: string;
}

@ObjectType({ isAbstract: true })
abstract class MissionPayload {
  @Field(() => MissionModel)
  mission: MissionModel;
}

@ObjectType()
export class PublishMissionPayload extends MissionPayload {}

@ObjectType()
export class UpdateMissionPayload extends MissionPayload {}

@ObjectType()
export class DeleteMissionPayload {
  @Field(() => Boolean)
  deleted: boolean;
}

@ObjectType()
export class CloseMissionPayload extends MissionPayload {}

@ObjectType()
export class JoinMissionPayload extends MissionPayload {}

@ObjectType()
export class LeaveMissionPayload extends MissionPayload {}

@ObjectType({ isAbstract: true })
abstract class PeriodPayload {
  @Field(() => MissionPeriodModel)
  period: MissionPeriodModel;
}

@ObjectType()
export class CreatePeriodPayload extends PeriodPayload {}

@ObjectType()
export class UpdatePeriodPayload extends PeriodPayload {}
