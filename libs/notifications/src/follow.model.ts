import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CategoryModel, CommunityModel } from '@fanfare/communities';
import { ConnectionType } from '@fanfare/graphql';
import { IdeaModel } from '@fanfare/ideas';
import { MemberModel } from '@fanfare/members';
import { IsUUID } from 'class-validator';
import { FOLLOW_KINDS, type FollowKind } from './follow.row.js';

export const FollowKindEnum = Object.fromEntries(FOLLOW_KINDS.map((kind) => [kind, kind])) as { [kind in FollowKind]: kind };
registerEnumType(FollowKindEnum, { name: 'FollowKind', description: 'What can be followed; of a community: its changelog.' });

@ObjectType('Follow', { description: 'That the reader follows something. One of the four is not null, unless they may no longer know of it.' })
export class FollowModel {
  @Field(() => FollowKindEnum)
  kind: FollowKind;

  @Field()
  followedAt: Date;
}

@ObjectType()
export class FollowConnection extends ConnectionType(FollowModel, 'Follow') {}

@InputType({ isAbstract: true })
abstract class FollowSubjectInput {
  @IsUUID()
  @Field(() => ID, { description: 'Of an idea, a member, a category or a community (its changelog).' })
  subject: string;
}

@InputType()
export class FollowInput extends FollowSubjectInput {}

@InputType()
export class UnfollowInput extends FollowSubjectInput {}

/** One of the four is not null. */
@ObjectType({ isAbstract: true })
abstract class FollowSubjectPayload {
  @Field(() => IdeaModel, { nullable: true })
  idea: IdeaModel | null;

  @Field(() => MemberModel, { nullable: true })
  member: MemberModel | null;

  @Field(() => CategoryModel, { nullable: true })
  category: CategoryModel | null;

  @Field(() => CommunityModel, { nullable: true })
  community: CommunityModel | null;
}

@ObjectType({ description: 'One of the four is not null.' })
export class FollowPayload extends FollowSubjectPayload {}

@ObjectType({ description: 'One of the four is not null.' })
export class UnfollowPayload extends FollowSubjectPayload {}
