import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { IdeaModel } from '../idea.model.js';
import { CreditModel } from './credit.model.js';

const MOST_NAMED = 50;

@InputType({ description: 'What and whom a delivered idea came from.' })
export class CreditsInput {
  @IsOptional()
  @ArrayMaxSize(MOST_NAMED)
  @IsUUID('all', { each: true })
  @Field(() => [ID], { nullable: true, description: `At most ${MOST_NAMED} ideas of the same community, itself among them: each credits its author.` })
  ideas?: string[] | null;

  @IsOptional()
  @ArrayMaxSize(MOST_NAMED)
  @IsUUID('all', { each: true })
  @Field(() => [ID], { nullable: true, description: `At most ${MOST_NAMED} members for themselves.` })
  members?: string[] | null;

  @IsOptional()
  @MaxLength(2_000)
  @Field(() => String, { nullable: true, description: 'What each of them gave; plain text, 500 characters at most.' })
  note?: string | null;
}

@InputType()
export class GiveCreditInput extends CreditsInput {
  @IsUUID('all')
  @Field(() => ID, { description: 'The delivered idea.' })
  idea: string;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The same key with the same input gives it once, even if it is withdrawn meanwhile.' })
  idempotencyKey?: string | null;
}

@InputType()
export class WithdrawCreditInput {
  @IsUUID('all')
  @Field(() => ID)
  credit: string;

  @MaxLength(4_000)
  @Field({ description: 'For everybody to read; plain text, 1,000 characters at most.' })
  reason: string;
}

@ObjectType()
export class GiveCreditPayload {
  @Field(() => IdeaModel, { description: 'With all its credits.' })
  idea: IdeaModel;
}

@ObjectType()
export class WithdrawCreditPayload {
  @Field(() => CreditModel)
  credit: CreditModel;
}
