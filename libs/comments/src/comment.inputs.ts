import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { REPHRASED_DESCRIPTION } from '@fanfare/graphql';
import { InterestInput } from '@fanfare/ideas';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { CommentModel } from './comment.model.js';

@InputType()
export class AddCommentInput {
  @IsUUID()
  @Field(() => ID)
  idea: string;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The comment it answers, of either level.' })
  parent?: string | null;

  @Field({ description: 'Markdown, up to 5,000 characters.' })
  body: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => InterestInput)
  @Field(() => InterestInput, { nullable: true, description: 'One’s tie to the matter, shown beside the text.' })
  interest?: InterestInput | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType()
export class EditCommentInput {
  @IsUUID()
  @Field(() => ID)
  comment: string;

  @Field({ description: 'Markdown, up to 5,000 characters.' })
  body: string;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType({ isAbstract: true })
abstract class CommentInput {
  @IsUUID()
  @Field(() => ID)
  comment: string;
}

@InputType()
export class DeleteCommentInput extends CommentInput {}

@InputType()
export class MarkHelpfulInput extends CommentInput {}

@InputType()
export class UnmarkHelpfulInput extends CommentInput {}

@ObjectType({ isAbstract: true })
abstract class CommentPayload {
  @Field(() => CommentModel)
  comment: CommentModel;
}

@ObjectType()
export class AddCommentPayload extends CommentPayload {}

@ObjectType()
export class EditCommentPayload extends CommentPayload {}

@ObjectType()
export class DeleteCommentPayload extends CommentPayload {}

@ObjectType()
export class MarkHelpfulPayload extends CommentPayload {}

@ObjectType()
export class UnmarkHelpfulPayload extends CommentPayload {}
