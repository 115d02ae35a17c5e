import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, AccountLoaders, ViewerModel, type AccountRow } from '@fanfare/access';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, CurrentActor, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { type Actor, Clock, enforce } from '@fanfare/kernel';
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  DeclineInvitationInput,
  DeclineInvitationPayload,
  InviteStaffInput,
  InviteStaffPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
} from './invitation.inputs.js';
import { InvitationStateEnum, StaffInvitationConnection, StaffInvitationModel } from './invitation.model.js';
import { type InvitationRow, type InvitationState, invitationState } from './invitation.row.js';
import { InvitationsQueries } from './invitations.queries.js';
import { InvitationsService } from './invitations.service.js';
import { canManageRoles } from './member.policy.js';
import { MemberModel } from './member.model.js';
import type { MemberRow } from './member.row.js';
import { MembersLoaders } from './members.loaders.js';

/** Asking people to join the staff, and their answers. */
@Resolver(() => StaffInvitationModel)
export class InvitationsResolver {
  constructor(
    private readonly queries: InvitationsQueries,
    private readonly service: InvitationsService,
    private readonly communities: CommunitiesLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => StaffInvitationModel, { nullable: true, description: 'By the secret in a mail’s link.' })
  invitation(@Args('token') token: string): Promise<InvitationRow | null> {
    return this.queries.byToken(token);
  }

  @Access('SIGNED_IN')
  @Mutation(() => InviteStaffPayload, { description: 'By an OWNER, or by whoever runs the deployment. Asking again sends the invitation again.' })
  async inviteStaff(@Args('input') input: InviteStaffInput, @CurrentActor() actor: Actor): Promise<{ invitation: InvitationRow }> {
    return { invitation: await this.service.invite(actor, input) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => RevokeInvitationPayload)
  async revokeInvitation(@Args('input') input: RevokeInvitationInput, @CurrentActor() actor: Actor): Promise<{ invitation: InvitationRow }> {
    return { invitation: await this.service.revoke(actor, input.invitation) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => AcceptInvitationPayload, { description: 'By whoever has the address it was sent to.' })
  async acceptInvitation(@Args('input') input: AcceptInvitationInput, @Ctx() context: RequestContext) {
    const invitation = await this.service.accept(context.actor, input);
    return { invitation, community: await this.communities.byId.load(context, invitation.communityId) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => DeclineInvitationPayload)
  async declineInvitation(@Args('input') input: DeclineInvitationInput, @CurrentActor() actor: Actor): Promise<{ invitation: InvitationRow }> {
    return { invitation: await this.service.decline(actor, input) };
  }
}

@Resolver(() => StaffInvitationModel)
export class InvitationFieldsResolver {
  constructor(
    private readonly communities: CommunitiesLoaders,
    private readonly members: MembersLoaders,
    private readonly accounts: AccountLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => CommunityModel)
  community(@Parent() { communityId }: InvitationRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, communityId);
  }

  @ResolveField(() => InvitationStateEnum)
  state(@Parent() invitation: InvitationRow): InvitationState {
    return invitationState(invitation, this.clock.now());
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null when they have not joined the community themselves.' })
  async invitedBy(@Parent() { invitedBy, communityId }: InvitationRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return invitedBy ? this.members.byAccount.load(context, { accountId: invitedBy, communityId }) : null;
  }

  @ResolveField(() => String, { nullable: true })
  async invitedByName(@Parent() { invitedBy }: InvitationRow, @Ctx() context: RequestContext): Promise<string | null> {
    const account: AccountRow | null = invitedBy ? await this.accounts.byId.load(context, invitedBy) : null;
    return account?.displayName ?? null;
  }
}

@Resolver(() => CommunityModel)
export class CommunityInvitationsResolver {
  constructor(private readonly queries: InvitationsQueries) {}

  @Access('SIGNED_IN')
  @ResolveField(() => StaffInvitationConnection, { nullable: true, description: 'For those who may send them; the last sent first.' })
  invitations(@Parent() community: CommunityRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<InvitationRow>> {
    enforce(canManageRoles(context.actor, community.id));
    FEW_LISTS.count(context);
    return this.queries.page(community.id, page);
  }
}

@Resolver(() => ViewerModel)
export class ViewerInvitationsResolver {
  constructor(private readonly queries: InvitationsQueries) {}

  @ResolveField(() => [StaffInvitationModel], { description: 'What one is invited to now, at the address one confirmed.' })
  invitations(@Parent() { account }: ViewerModel): Promise<InvitationRow[]> {
    return this.queries.standingFor(account.id);
  }
}
