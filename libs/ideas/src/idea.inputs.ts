import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs, REPHRASED_DESCRIPTION } from '@fanfare/graphql';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { IDEA_ORDERS, type IdeaOrder } from './feed.order.js';
import { IdeaModel, IdeaStatusEnum } from './idea.model.js';
import { IDEA_STATUSES, type IdeaStatus } from './idea.status.js';
import { InterestInput } from './interest.js';

export const IdeaOrderEnum = Object.fromEntries(IDEA_ORDERS.map((order) => [order, order])) as { [order in IdeaOrder]: order };
registerEnumType(IdeaOrderEnum, {
  name: 'IdeaOrder',
  description: 'TRENDING: recent verified support. TOP: verified and imported support, then raw, then the newest. RELEVANCE: with a search only.',
});

@InputType()
export class IdeaFilter {
  @IsOptional()
  @IsString()
  @Field(() => String, { nullable: true, description: 'Words, "phrases", -exclusions; the first 200 characters count.' })
  search?: string | null;

  @IsOptional()
  @IsIn(IDEA_STATUSES, { each: true })
  @Field(() => [IdeaStatusEnum], { nullable: true })
  status?: IdeaStatus[] | null;

  @IsOptional()
  @Field(() => ID, { nullable: true })
  category?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'A member of the community.' })
  author?: string | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Only what the reader backs, or only what they do not.' })
  supportedByViewer?: boolean | null;
}

@ArgsType()
export class IdeasArgs extends PageArgs {
  @IsOptional()
  @Field(() => IdeaOrderEnum, { nullable: true, description: 'RELEVANCE with a search and TRENDING without, when left out.' })
  orderBy?: IdeaOrder | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => IdeaFilter)
  @Field(() => IdeaFilter, { nullable: true })
  filter?: IdeaFilter | null;
}

@InputType({ isAbstract: true })
abstract class RetryableInput {
  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The same key with the same input is the same idea.' })
  idempotencyKey?: string | null;
}

@InputType()
export class SubmitIdeaInput extends RetryableInput {
  @Field({ description: 'The slug.' })
  community: string;

  @Field({ description: '8 to 120 characters.' })
  title: string;

  @Field({ description: 'Markdown, 20 to 10,000 characters.' })
  body: string;

  @IsOptional()
  @Field(() => ID, { nullable: true })
  category?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => InterestInput)
  @Field(() => InterestInput, { nullable: true })
  interest?: InterestInput | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: 'The draft that is posted with this.' })
  draft?: string | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType()
export class SaveDraftInput extends RetryableInput {
  @Field({ description: 'The slug.' })
  community: string;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: 'The draft to write over; a new one when left out.' })
  draft?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true })
  title?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true })
  body?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true })
  category?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => InterestInput)
  @Field(() => InterestInput, { nullable: true })
  interest?: InterestInput | null;
}

@InputType()
export class DiscardDraftInput {
  @IsUUID('all')
  @Field(() => ID)
  draft: string;
}

/** What is left out stays as it is; null takes away. */
@InputType()
export class EditIdeaInput {
  @IsUUID('all')
  @Field(() => ID)
  idea: string;

  @IsOptional()
  @Field(() => String, { nullable: true })
  title?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true })
  body?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Null takes it out of its category; what is left out stays.' })
  category?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => InterestInput)
  @Field(() => InterestInput, { nullable: true, description: 'Null takes the declaration back; what is left out stays.' })
  interest?: InterestInput | null;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'The version that was read: refused with STALE_VERSION when there is a newer one.' })
  version?: number | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class IdeaPayload {
  @Field(() => IdeaModel)
  idea: IdeaModel;
}

@ObjectType()
export class SubmitIdeaPayload extends IdeaPayload {}

@ObjectType()
export class EditIdeaPayload extends IdeaPayload {}

@ObjectType()
export class SaveDraftPayload {
  @Field(() => IdeaModel)
  draft: IdeaModel;
}

@ObjectType()
export class DiscardDraftPayload {
  @Field()
  discarded: boolean;
}
