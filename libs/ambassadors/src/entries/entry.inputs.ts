import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { REPHRASED_DESCRIPTION } from '@fanfare/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import type { EntryOutcome, EvidenceForm } from '../ambassadors.enums.js';
import { EvidenceFormEnum } from '../missions/mission.model.js';
import { MOST_EVIDENCE } from './entry-evidence.js';
import { EntryModel, EntryOutcomeEnum } from './entry.model.js';

@InputType({ description: 'Of its form’s own fields.' })
export class EvidenceInput {
  @Field(() => EvidenceFormEnum)
  kind: EvidenceForm;

  @IsOptional()
  @MaxLength(2000)
  @Field(() => String, { nullable: true, description: 'Of a LINK: a page of the public web.' })
  url?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Of a LINK: where it stands, as the mission names it; may be left out where it names one.' })
  channel?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Of a TEXT: Markdown, up to 10,000 characters.' })
  text?: string | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: 'Of an IMAGE: a picture one uploaded as CREATION.' })
  picture?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'What the picture shows, up to 300 characters.' })
  alt?: string | null;
}

@InputType({ isAbstract: true })
abstract class EntryInput {
  @IsUUID('all')
  @Field(() => ID)
  mission: string;

  @ArrayMaxSize(MOST_EVIDENCE)
  @ValidateNested({ each: true })
  @Type(() => EvidenceInput)
  @Field(() => [EvidenceInput])
  evidence: EvidenceInput[];

  @Field({ description: 'That one says openly, wherever it stands, what one receives.' })
  disclosed: boolean;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'For who reviews it; nobody else reads it. Up to 2,000 characters.' })
  note?: string | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A draft: all of it, as it shall be.' })
export class SaveEntryInput extends EntryInput {}

@InputType()
export class SubmitEntryInput extends EntryInput {
  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType()
export class WithdrawEntryInput {
  @IsUUID('all')
  @Field(() => ID)
  entry: string;
}

@InputType()
export class RubricScoreInput {
  @Field({ description: 'As the mission’s rubric names it.' })
  criterion: string;

  @Field(() => Int)
  score: number;
}

@InputType()
export class ReviewEntryInput {
  @IsUUID('all')
  @Field(() => ID)
  entry: string;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'What was read: refused when something newer was sent.' })
  revision?: number | null;

  @Field(() => EntryOutcomeEnum)
  outcome: EntryOutcome;

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RubricScoreInput)
  @Field(() => [RubricScoreInput], { nullable: true })
  scores?: RubricScoreInput[] | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Its author reads it. Asked for unless it is accepted; one that asks for praise is refused.' })
  reason?: string | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Of pages that could not be read: that the reviewer opened them and saw the disclosure.' })
  sawDisclosure?: boolean | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class AppealEntryInput {
  @IsUUID('all')
  @Field(() => ID)
  entry: string;

  @Field({ description: 'Why the refusal is wrong: up to 5,000 characters.' })
  text: string;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class EntryPayload {
  @Field(() => EntryModel)
  entry: EntryModel;
}

@ObjectType()
export class SaveEntryPayload extends EntryPayload {}

@ObjectType()
export class SubmitEntryPayload extends EntryPayload {}

@ObjectType()
export class WithdrawEntryPayload extends EntryPayload {}

@ObjectType()
export class ReviewEntryPayload extends EntryPayload {}

@ObjectType()
export class AppealEntryPayload extends EntryPayload {}
