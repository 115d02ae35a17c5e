import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IdeaModel, type IdeaRow } from '@fanfare/ideas';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';

/** More than any text here may hold; the services say what is too long. */
const LONGEST_TEXT = 10_000;

@InputType()
export class MergeIdeaInput {
  @IsUUID()
  @Field(() => ID)
  duplicate: string;

  @IsUUID()
  @Field(() => ID, { description: 'An idea that is no duplicate itself.' })
  target: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: 'Said in public; at most 500 characters.' })
  note?: string | null;
}

@ObjectType()
export class MergeIdeaPayload {
  @Field(() => IdeaModel, { description: 'The duplicate.' })
  idea: IdeaRow;

  @Field(() => IdeaModel)
  target: IdeaRow;
}

@InputType()
export class UnmergeIdeaInput {
  @IsUUID()
  @Field(() => ID)
  idea: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: 'Said in public; at most 500 characters.' })
  reason?: string | null;
}

@ObjectType()
export class UnmergeIdeaPayload {
  @Field(() => IdeaModel)
  idea: IdeaRow;
}

@InputType()
export class ContestMergeInput {
  @IsUUID()
  @Field(() => ID)
  idea: string;

  @MaxLength(LONGEST_TEXT)
  @Field({ description: 'At most 2,000 characters.' })
  reason: string;
}

@ObjectType()
export class ContestMergePayload {
  @Field(() => IdeaModel)
  idea: IdeaRow;
}

@InputType()
export class DecideMergeContestInput {
  @IsUUID()
  @Field(() => ID)
  idea: string;

  @Field({ description: 'True: the author is right, and the merge is undone.' })
  uphold: boolean;

  @MaxLength(LONGEST_TEXT)
  @Field({ description: 'What the author reads; at most 2,000 characters.' })
  reason: string;
}

@ObjectType()
export class DecideMergeContestPayload {
  @Field(() => IdeaModel)
  idea: IdeaRow;
}
