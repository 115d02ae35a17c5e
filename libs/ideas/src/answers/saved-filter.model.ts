import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IdeaFilter } from '../idea.inputs.js';
import { IdeaStatusEnum } from '../idea.model.js';
import type { IdeaStatus } from '../idea.status.js';

@ObjectType('SavedIdeaFilter', { description: 'The fields of an IdeaFilter; null for what it does not ask.' })
export class SavedIdeaFilterModel {
  @Field(() => String, { nullable: true })
  search: string | null;

  @Field(() => [IdeaStatusEnum], { nullable: true })
  status: IdeaStatus[] | null;

  @Field(() => ID, { nullable: true })
  category: string | null;

  @Field(() => ID, { nullable: true })
  author: string | null;

  @Field(() => Boolean, { nullable: true })
  supportedByViewer: boolean | null;
}

@ObjectType('SavedFilter', { description: 'A reader’s own name for what they look for.' })
export class SavedFilterModel {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field(() => SavedIdeaFilterModel)
  filter: SavedIdeaFilterModel;

  @Field(() => String, { nullable: true, description: 'What else the client keeps with it, such as the order; its own words.' })
  view: string | null;

  @Field()
  createdAt: Date;
}

@InputType()
export class SaveFilterInput {
  @Field({ description: 'The slug.' })
  community: string;

  @MaxLength(200)
  @Field({ description: '1 to 60 characters. A filter of this name is written over.' })
  name: string;

  @ValidateNested()
  @Type(() => IdeaFilter)
  @Field(() => IdeaFilter)
  filter: IdeaFilter;

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'What else the client keeps with it, such as the order; at most 500 characters.' })
  view?: string | null;
}

@InputType()
export class RemoveFilterInput {
  @IsUUID('all')
  @Field(() => ID)
  filter: string;
}

@ObjectType()
export class SaveFilterPayload {
  @Field(() => SavedFilterModel)
  filter: SavedFilterModel;
}

@ObjectType()
export class RemoveFilterPayload {
  @Field()
  removed: boolean;
}
