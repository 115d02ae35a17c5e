import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PermissionModel } from '@fanfare/graphql';
import { IdeaModel, IdeaStatusEnum } from './idea.model.js';
import type { IdeaStatus } from './idea.status.js';
import { type DiffKind, DIFF_KINDS } from './text-diff.js';

export const DiffKindEnum = Object.fromEntries(DIFF_KINDS.map((kind) => [kind, kind])) as { [kind in DiffKind]: kind };
registerEnumType(DiffKindEnum, { name: 'DiffKind' });

@ObjectType('DiffPart')
export class DiffPartModel {
  @Field(() => DiffKindEnum)
  kind: DiffKind;

  @Field()
  text: string;
}

@ObjectType('OfficialResponse', { description: 'The brand’s answer.' })
export class OfficialResponseModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Markdown.' })
  body: string;

  @Field(() => IdeaStatusEnum, { description: 'Where the idea went with it.' })
  status: IdeaStatus;

  @Field()
  createdAt: Date;
}

@ObjectType()
export class OfficialResponseConnection extends ConnectionType(OfficialResponseModel, 'OfficialResponse') {}

@ObjectType('IdeaEvent', { description: 'A move from one status to another; the first is the posting.' })
export class IdeaEventModel {
  @Field(() => ID)
  id: string;

  @Field(() => IdeaStatusEnum, { nullable: true })
  from: IdeaStatus | null;

  @Field(() => IdeaStatusEnum)
  to: IdeaStatus;

  @Field()
  at: Date;

  @Field(() => String, { nullable: true, description: 'What an import or the system gives as its reason.' })
  reason: string | null;
}

@ObjectType()
export class IdeaEventConnection extends ConnectionType(IdeaEventModel, 'IdeaEvent') {}

@ObjectType('IdeaVersion')
export class IdeaVersionModel {
  @Field(() => Int)
  number: number;

  @Field()
  title: string;

  @Field({ description: 'Markdown.' })
  body: string;

  @Field()
  at: Date;
}

@ObjectType('SimilarIdea')
export class SimilarIdeaModel {
  @Field(() => IdeaModel)
  idea: IdeaModel;

  @Field(() => Float, { description: 'From 0 to 1: the same words in the same title.' })
  score: number;
}

@ObjectType('StatusCount')
export class StatusCountModel {
  @Field(() => IdeaStatusEnum)
  status: IdeaStatus;

  @Field(() => Int)
  count: number;
}

@ObjectType('IdeaPermissions', { description: 'What the reader may do with the idea, or why not.' })
export class IdeaPermissionsModel {
  @Field(() => PermissionModel)
  edit: PermissionModel;

  @Field(() => PermissionModel, { description: 'Voting and withdrawing.' })
  vote: PermissionModel;

  @Field(() => PermissionModel)
  comment: PermissionModel;

  @Field(() => PermissionModel, { description: 'Answering for the brand.' })
  answer: PermissionModel;
}
