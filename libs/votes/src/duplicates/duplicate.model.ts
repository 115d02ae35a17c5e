import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow } from '@fanfare/ideas';
import { IsUUID } from 'class-validator';

@ObjectType('DuplicateSuggestion', { description: 'Two ideas that may ask for the same, and why it looks so.' })
export class DuplicateSuggestionModel {
  @Field(() => [String], { description: 'What both say, what tells most first.' })
  sharedWords: string[];
}

@ObjectType()
export class DuplicateSuggestionConnection extends ConnectionType(DuplicateSuggestionModel, 'DuplicateSuggestion') {}

@InputType()
export class DismissDuplicateInput {
  @IsUUID()
  @Field(() => ID)
  idea: string;

  @IsUUID()
  @Field(() => ID)
  other: string;
}

@ObjectType()
export class DismissDuplicatePayload {
  @Field(() => IdeaModel)
  idea: IdeaRow;
}
