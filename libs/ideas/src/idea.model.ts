import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import { IDEA_STATUSES, type IdeaStatus, INTEREST_KINDS } from './idea.status.js';

function enumOf<Value extends string>(values: readonly Value[]): { [value in Value]: value } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [value in Value]: value };
}

export const IdeaStatusEnum = enumOf(IDEA_STATUSES);
registerEnumType(IdeaStatusEnum, { name: 'IdeaStatus', description: 'Where an idea stands. A draft is its author’s alone.' });

export const InterestKindEnum = enumOf(INTEREST_KINDS);
registerEnumType(InterestKindEnum, { name: 'InterestKind', description: 'A contributor’s tie to the matter.' });

@ObjectType('Idea')
export class IdeaModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Empty where the idea was removed.' })
  title: string;

  @Field({ description: 'Markdown.' })
  body: string;

  @Field(() => IdeaStatusEnum)
  status: IdeaStatus;

  @Field({ description: 'When it was posted.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  editedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its author took the text back with their account. Votes that were cast stand and can be withdrawn; new ones have nothing to back.' })
  erasedAt: Date | null;

  @Field(() => [String], { description: 'Marks an import left, such as what moderators of the source decided.' })
  labels: string[];

  @Field(() => Date, { nullable: true, description: 'Until when the next rung can be reached; null while no clock runs.' })
  deadline: Date | null;
}

@ObjectType()
export class IdeaConnection extends ConnectionType(IdeaModel, 'Idea') {}
