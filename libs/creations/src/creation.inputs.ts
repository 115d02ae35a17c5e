import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { REPHRASED_DESCRIPTION } from '@fanfare/graphql';
import { LONGEST_ALT } from '@fanfare/media';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { CreationModel, CreationResponseModel } from './creation.model.js';
import { MOST_IDEAS, MOST_PICTURES } from './creation-parts.service.js';

@InputType()
export class CreationPictureInput {
  @IsUUID()
  @Field(() => ID, { description: 'Of a picture one uploaded as CREATION.' })
  picture: string;

  @IsOptional()
  @Field(() => String, { nullable: true, description: `What it shows, for who cannot see it: plain text, up to ${LONGEST_ALT} characters.` })
  alt?: string | null;
}

@InputType()
export class ShowCreationInput {
  @Field({ description: 'The slug.' })
  community: string;

  @Field({ description: '3 to 120 characters.' })
  title: string;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Markdown, up to 10,000 characters.' })
  story?: string | null;

  @ValidateNested({ each: true })
  @Type(() => CreationPictureInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PICTURES)
  @ArrayUnique((shown: CreationPictureInput) => shown.picture)
  @Field(() => [CreationPictureInput], { description: `From the cover on: 1 to ${MOST_PICTURES}, none twice.` })
  pictures: CreationPictureInput[];

  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(MOST_IDEAS)
  @ArrayUnique()
  @Field(() => [ID], { nullable: true, description: `Ideas it plays with: up to ${MOST_IDEAS} of the community.` })
  ideas?: string[] | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'The product it plays with: plain text, up to 120 characters.' })
  product?: string | null;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The creation it builds on; for good.' })
  remixOf?: string | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType({ description: 'What is left out stays.' })
export class EditCreationInput {
  @IsUUID()
  @Field(() => ID)
  creation: string;

  @IsOptional()
  @Field(() => String, { nullable: true })
  title?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true })
  story?: string | null;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => CreationPictureInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PICTURES)
  @ArrayUnique((shown: CreationPictureInput) => shown.picture)
  @Field(() => [CreationPictureInput], { nullable: true, description: 'All it shows from now on.' })
  pictures?: CreationPictureInput[] | null;

  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(MOST_IDEAS)
  @ArrayUnique()
  @Field(() => [ID], { nullable: true, description: 'All it plays with from now on.' })
  ideas?: string[] | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Empty takes it away.' })
  product?: string | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType({ isAbstract: true })
abstract class OfCreationInput {
  @IsUUID()
  @Field(() => ID)
  creation: string;
}

@InputType()
export class WithdrawCreationInput extends OfCreationInput {}

@InputType()
export class AppreciateCreationInput extends OfCreationInput {}

@InputType()
export class UnappreciateCreationInput extends OfCreationInput {}

@ObjectType({ isAbstract: true })
abstract class CreationPayload {
  @Field(() => CreationModel)
  creation: CreationModel;
}

@ObjectType()
export class ShowCreationPayload extends CreationPayload {}

@ObjectType()
export class EditCreationPayload extends CreationPayload {}

@ObjectType()
export class WithdrawCreationPayload extends CreationPayload {}

@ObjectType()
export class AppreciateCreationPayload extends CreationPayload {}

@ObjectType()
export class UnappreciateCreationPayload extends CreationPayload {}

@InputType()
export class RespondToCreationInput extends OfCreationInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The response it answers, of either level.' })
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
export class EditCreationResponseInput {
  @IsUUID()
  @Field(() => ID)
  response: string;

  @Field({ description: 'Markdown, up to 5,000 characters.' })
  body: string;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType()
export class RemoveCreationResponseInput {
  @IsUUID()
  @Field(() => ID)
  response: string;
}

@ObjectType({ isAbstract: true })
abstract class ResponsePayload {
  @Field(() => CreationResponseModel)
  response: CreationResponseModel;
}

@ObjectType()
export class RespondToCreationPayload extends ResponsePayload {}

@ObjectType()
export class EditCreationResponsePayload extends ResponsePayload {}

@ObjectType()
export class RemoveCreationResponsePayload extends ResponsePayload {}
