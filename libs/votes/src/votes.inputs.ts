import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IdeaModel, type IdeaRow } from '@fanfare/ideas';
import { IsNotEmpty, IsOptional, IsUUID, MaxLength } from 'class-validator';

@InputType()
export class CastVoteInput {
  @IsUUID()
  @Field(() => ID)
  idea: string;

  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The same key and input answer as the first time, so that a retry is safe.' })
  idempotencyKey?: string | null;
}

@ObjectType()
export class CastVotePayload {
  @Field(() => IdeaModel)
  idea: IdeaRow;
}

@InputType()
export class WithdrawVoteInput {
  @IsUUID()
  @Field(() => ID)
  idea: string;
}

@ObjectType()
export class WithdrawVotePayload {
  @Field(() => IdeaModel)
  idea: IdeaRow;
}
