import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { REPHRASED_DESCRIPTION } from '@fanfare/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { CircleJoiningEnum, CircleModel, CirclePostModel } from './circle.model.js';
import type { CircleJoining } from './circle.row.js';
import { ElectionModel } from './election.model.js';

@InputType()
export class CreateCircleInput {
  @Field({ description: 'The slug of the community.' })
  community: string;

  @Field({ description: '3 to 60 characters, unlike any other circle’s.' })
  name: string;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Its address, which never changes; made from the name when left out.' })
  slug?: string | null;

  @Field({ description: 'Markdown, 10 to 2,000 characters.' })
  description: string;

  @Field(() => CircleJoiningEnum)
  joining: CircleJoining;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ isAbstract: true })
abstract class CircleInput {
  @IsUUID()
  @Field(() => ID)
  circle: string;
}

@InputType({ description: 'What is left out stays.' })
export class UpdateCircleInput extends CircleInput {
  @IsOptional()
  @Field(() => String, { nullable: true, description: 'A recognised circle keeps its name.' })
  name?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true })
  description?: string | null;

  @IsOptional()
  @Field(() => CircleJoiningEnum, { nullable: true, description: 'What was said in a circle by request stays with those in it.' })
  joining?: CircleJoining | null;
}

@InputType()
export class JoinCircleInput extends CircleInput {
  @IsOptional()
  @Field(() => String, { nullable: true, description: 'For who decides about requests: up to 500 characters.' })
  message?: string | null;
}

@InputType()
export class LeaveCircleInput extends CircleInput {}

@InputType()
export class DecideCircleRequestInput {
  @IsUUID()
  @Field(() => ID)
  request: string;

  @Field()
  accept: boolean;
}

@InputType()
export class RemoveFromCircleInput extends CircleInput {
  @IsUUID()
  @Field(() => ID)
  member: string;

  @Field({ description: 'They read it: up to 500 characters.' })
  reason: string;
}

@InputType()
export class RecogniseCircleInput extends CircleInput {
  @Field()
  recognised: boolean;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Everybody reads it: up to 500 characters.' })
  note?: string | null;
}

@InputType()
export class StartElectionInput extends CircleInput {}

@InputType({ isAbstract: true })
abstract class ElectionInput {
  @IsUUID()
  @Field(() => ID)
  election: string;
}

@InputType()
export class StandForElectionInput extends ElectionInput {
  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Why oneself: up to 500 characters.' })
  statement?: string | null;
}

@InputType()
export class WithdrawCandidacyInput extends ElectionInput {}

@InputType()
export class VoteInElectionInput extends ElectionInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The member who stands; null takes the vote back.' })
  candidate?: string | null;
}

@InputType()
export class ShareIntoCircleInput extends CircleInput {
  @IsUUID()
  @Field(() => ID)
  idea: string;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Markdown, up to 5,000 characters.' })
  note?: string | null;

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
export class PostInCircleInput extends CircleInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The post it answers.' })
  parent?: string | null;

  @Field({ description: 'Markdown, up to 5,000 characters.' })
  body: string;

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
export class EditCirclePostInput {
  @IsUUID()
  @Field(() => ID)
  post: string;

  @Field({ description: 'Markdown, up to 5,000 characters; may be empty where an idea is shared.' })
  body: string;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType()
export class RemoveCirclePostInput {
  @IsUUID()
  @Field(() => ID)
  post: string;
}

@ObjectType({ isAbstract: true })
abstract class CirclePayload {
  @Field(() => CircleModel)
  circle: CircleModel;
}

@ObjectType({ isAbstract: true })
abstract class CirclePostPayload {
  @Field(() => CirclePostModel)
  post: CirclePostModel;
}

@ObjectType({ isAbstract: true })
abstract class ElectionPayload {
  @Field(() => ElectionModel)
  election: ElectionModel;
}

@ObjectType()
export class CreateCirclePayload extends CirclePayload {}

@ObjectType()
export class UpdateCirclePayload extends CirclePayload {}

@ObjectType()
export class JoinCirclePayload extends CirclePayload {}

@ObjectType()
export class LeaveCirclePayload extends CirclePayload {}

@ObjectType()
export class DecideCircleRequestPayload extends CirclePayload {}

@ObjectType()
export class RemoveFromCirclePayload extends CirclePayload {}

@ObjectType()
export class RecogniseCirclePayload extends CirclePayload {}

@ObjectType({ description: 'The circle’s election is null while more members must ask for one.' })
export class StartElectionPayload extends CirclePayload {}

@ObjectType()
export class StandForElectionPayload extends ElectionPayload {}

@ObjectType()
export class WithdrawCandidacyPayload extends ElectionPayload {}

@ObjectType()
export class VoteInElectionPayload extends ElectionPayload {}

@ObjectType()
export class ShareIntoCirclePayload extends CirclePostPayload {}

@ObjectType()
export class PostInCirclePayload extends CirclePostPayload {}

@ObjectType()
export class EditCirclePostPayload extends CirclePostPayload {}

@ObjectType()
export class RemoveCirclePostPayload extends CirclePostPayload {}
