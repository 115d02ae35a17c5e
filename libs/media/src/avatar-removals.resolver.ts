import { Args, Field, ID, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { MemberModel, type MemberRow } from '@fanfare/members';
import { IsUUID, MaxLength } from 'class-validator';
import type { AvatarRemovalRow } from './avatar-removal.row.js';
import { canReadRemoval } from './avatar-removals.policy.js';
import { AvatarRemovalsService } from './avatar-removals.service.js';
import { PicturesLoaders } from './pictures.loaders.js';

@ObjectType('AvatarRemoval', { description: 'That a moderator took a member’s picture down.' })
export class AvatarRemovalModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'In the moderator’s words.' })
  reason: string;

  @Field()
  removedAt: Date;
}

@InputType()
export class RemoveAvatarInput {
  @IsUUID()
  @Field(() => ID)
  member: string;

  @MaxLength(2000)
  @Field({ description: 'For the member: which rule the picture breaks, and how. At most 1,000 characters.' })
  reason: string;
}

@ObjectType()
export class RemoveAvatarPayload {
  @Field(() => MemberModel)
  member: MemberModel;
}

@Resolver(() => MemberModel)
export class AvatarRemovalsResolver {
  constructor(
    private readonly removals: AvatarRemovalsService,
    private readonly loaders: PicturesLoaders,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => RemoveAvatarPayload, { description: 'Takes a member’s picture down; for moderators. It is hidden and kept, and its member hears the reason.' })
  async removeAvatar(@Args('input') input: RemoveAvatarInput, @CurrentActor() actor: Actor): Promise<{ member: MemberRow }> {
    return { member: await this.removals.remove(actor, input.member, input.reason) };
  }

  @ResolveField(() => AvatarRemovalModel, { nullable: true, description: 'The last time a moderator took their picture down; for the member and moderators, null to others.' })
  async avatarRemoval(@Parent() member: MemberRow, @Ctx() context: RequestContext): Promise<AvatarRemovalRow | null> {
    return canReadRemoval(context.actor, member) ? this.loaders.lastRemoval.load(context, member.id) : null;
  }
}
