import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { RulingInput } from '../decisions/decision.inputs.js';
import { LONGEST_PASSAGE } from '../decisions/reasons.js';
import { type AppealOutcome, AppealOutcomeEnum } from '../moderation.enums.js';
import { AppealModel } from './appeal.model.js';

@InputType()
export class AppealDecisionInput {
  @IsUUID('all')
  @Field(() => ID)
  decision: string;

  @MaxLength(10_000)
  @Field({ description: 'Why it is wrong; 1 to 5,000 characters.' })
  text: string;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The same key with the same input is the same appeal.' })
  idempotencyKey?: string | null;
}

@InputType()
export class AnswerAppealInput {
  @IsUUID('all')
  @Field(() => ID)
  appeal: string;

  @MaxLength(10_000)
  @Field({ description: '1 to 5,000 characters.' })
  body: string;
}

@InputType({ description: 'A decision that takes the place of another one.' })
export class InsteadInput extends RulingInput {
  @IsOptional()
  @MaxLength(2 * LONGEST_PASSAGE)
  @Field(() => String, { nullable: true, description: 'Quoted from the text as it stands.' })
  passage?: string | null;
}

@InputType()
export class DecideAppealInput {
  @IsUUID('all')
  @Field(() => ID)
  appeal: string;

  @Field(() => AppealOutcomeEnum)
  outcome: AppealOutcome;

  @MaxLength(10_000)
  @Field({ description: 'For whoever appealed; 1 to 5,000 characters.' })
  reasons: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => InsteadInput)
  @Field(() => InsteadInput, { nullable: true, description: 'With CHANGED only. Against a restriction it is no heavier.' })
  instead?: InsteadInput | null;
}

@ObjectType()
export class AppealDecisionPayload {
  @Field(() => AppealModel)
  appeal: AppealModel;
}

@ObjectType()
export class AnswerAppealPayload {
  @Field(() => AppealModel)
  appeal: AppealModel;
}

@ObjectType()
export class DecideAppealPayload {
  @Field(() => AppealModel)
  appeal: AppealModel;
}
