import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs, ProblemCodeEnum } from '@fanfare/graphql';
import type { ProblemCode } from '@fanfare/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { OfficialResponseModel } from '../idea-details.model.js';
import { IdeaFilter } from '../idea.inputs.js';
import { IdeaModel, IdeaStatusEnum } from '../idea.model.js';
import { IDEA_STATUSES, type IdeaStatus } from '../idea.status.js';
import { NEEDS_ANSWER_ORDERS, type NeedsAnswerOrder } from '../feed.order.js';
import { CreditsInput } from './credit.inputs.js';
import { EstimateInput } from './estimate.js';

export const NeedsAnswerOrderEnum = Object.fromEntries(NEEDS_ANSWER_ORDERS.map((order) => [order, order])) as { [order in NeedsAnswerOrder]: order };
registerEnumType(NeedsAnswerOrderEnum, {
  name: 'NeedsAnswerOrder',
  description: 'MOST_SUPPORT: verified and imported support, then raw, then the newest. LONGEST_WAITING: since when. LADDER_COMPLETED: what completed the ladder first, the longest ago; then the rest, the longest waiting first.',
});

@ArgsType()
export class NeedsAnswerArgs extends PageArgs {
  @IsOptional()
  @Field(() => NeedsAnswerOrderEnum, { nullable: true, description: 'MOST_SUPPORT when left out.' })
  orderBy?: NeedsAnswerOrder | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => IdeaFilter)
  @Field(() => IdeaFilter, { nullable: true })
  filter?: IdeaFilter | null;
}

@InputType({ isAbstract: true })
abstract class AnswerInput {
  @MaxLength(20_000)
  @Field({ description: 'What the brand says, in public. Markdown, 1 to 10,000 characters.' })
  response: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => EstimateInput)
  @Field(() => EstimateInput, { nullable: true, description: 'When it is expected, with PLANNED and IN_PROGRESS only. Null takes it back; what is left out stays.' })
  estimate?: EstimateInput | null;
}

@InputType()
export class AnswerIdeaInput extends AnswerInput {
  @IsUUID('all')
  @Field(() => ID)
  idea: string;

  @IsOptional()
  @IsIn(IDEA_STATUSES)
  @Field(() => IdeaStatusEnum, { nullable: true, description: 'Where it goes. As it is now, or left out: a further response, and the idea stays.' })
  status?: IdeaStatus | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => CreditsInput)
  @Field(() => CreditsInput, { nullable: true, description: 'With DELIVERED only: what and whom it came from.' })
  credits?: CreditsInput | null;

  @IsOptional()
  @IsIn(IDEA_STATUSES)
  @Field(() => IdeaStatusEnum, { nullable: true, description: 'Where the idea stood when it was read: refused with STALE_STATUS when it moved meanwhile.' })
  expectedStatus?: IdeaStatus | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The same key with the same input is the same answer.' })
  idempotencyKey?: string | null;
}

export const MOST_ANSWERS = 100;

@InputType()
export class AnswerIdeasInput extends AnswerInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ANSWERS)
  @Field(() => [ID], { description: `1 to ${MOST_ANSWERS}.` })
  ideas: string[];

  @IsIn(IDEA_STATUSES)
  @Field(() => IdeaStatusEnum)
  status: IdeaStatus;

  @IsOptional()
  @MaxLength(160)
  @Field(() => String, { nullable: true, description: 'The same key with the same input answers no idea twice.' })
  idempotencyKey?: string | null;
}

@InputType()
export class SetEstimateInput {
  @IsUUID('all')
  @Field(() => ID)
  idea: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => EstimateInput)
  @Field(() => EstimateInput, { nullable: true, description: 'Null takes it back.' })
  estimate?: EstimateInput | null;
}

@ObjectType()
export class AnswerIdeaPayload {
  @Field(() => IdeaModel)
  idea: IdeaModel;

  @Field(() => OfficialResponseModel)
  response: OfficialResponseModel;
}

@ObjectType({ description: 'Why one of several was refused.' })
export class AnswerProblem {
  @Field(() => ProblemCodeEnum)
  code: ProblemCode;
}

@ObjectType({ description: 'What became of one of several ideas.' })
export class AnswerResult {
  @Field(() => ID)
  id: string;

  @Field(() => IdeaModel, { nullable: true, description: 'As it is now; null to whoever may not know it.' })
  idea: IdeaModel | null;

  @Field(() => AnswerProblem, { nullable: true, description: 'Null where it was answered.' })
  problem: AnswerProblem | null;
}

@ObjectType()
export class AnswerIdeasPayload {
  @Field(() => [AnswerResult], { description: 'One for each idea, in the order asked.' })
  results: AnswerResult[];
}

@ObjectType()
export class SetEstimatePayload {
  @Field(() => IdeaModel)
  idea: IdeaModel;
}
