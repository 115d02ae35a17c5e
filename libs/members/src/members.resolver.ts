import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CurrentActor } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import {
  GrantRoleInput,
  GrantRolePayload,
  JoinCommunityInput,
  JoinCommunityPayload,
  RevokeRoleInput,
  RevokeRolePayload,
  UpdateMemberInput,
  UpdateMemberPayload,
} from './member.inputs.js';
import { MemberModel } from './member.model.js';
import type { MemberRow } from './member.row.js';
import { MembersService } from './members.service.js';
import { StaffService } from './staff.service.js';

@Resolver(() => MemberModel)
export class MembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly staff: StaffService,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => JoinCommunityPayload)
  async joinCommunity(@Args('input') input: JoinCommunityInput, @CurrentActor() actor: Actor): Promise<{ member: MemberRow }> {
    return { member: await this.members.join(actor, input) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => UpdateMemberPayload, { description: 'One’s own profile in a community.' })
  async updateMember(@Args('input') input: UpdateMemberInput, @CurrentActor() actor: Actor): Promise<{ member: MemberRow }> {
    return { member: await this.members.update(actor, input.community, input) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => GrantRolePayload, { description: 'By an OWNER, or by whoever runs the deployment.' })
  async grantRole(@Args('input') input: GrantRoleInput, @CurrentActor() actor: Actor): Promise<{ member: MemberRow }> {
    return { member: await this.staff.grant(actor, input) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => RevokeRolePayload, { description: 'By an OWNER, or by whoever runs the deployment; the last OWNER stays.' })
  async revokeRole(@Args('input') input: RevokeRoleInput, @CurrentActor() actor: Actor): Promise<{ member: MemberRow }> {
    return { member: await this.staff.revoke(actor, input) };
  }
}
