import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, StaffRoleEnum, ViewerModel } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Ctx, RequestContext } from '@fanfare/graphql';
import type { Grant, StaffRole } from '@fanfare/kernel';
import { MemberModel } from './member.model.js';
import type { MemberRow } from './member.row.js';
import { MembersLoaders } from './members.loaders.js';

/** Where the reader is a member. */
@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class ViewerMembersResolver {
  constructor(
    private readonly loaders: MembersLoaders,
    private readonly communities: CommunitiesQueries,
  ) {}

  @ResolveField(() => MemberModel, { nullable: true })
  async membership(@Args('community') slug: string, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    const community = await this.communities.bySlug(slug);
    const accountId = context.actor.accountId;
    return community && accountId ? this.loaders.byAccount.load(context, { accountId, communityId: community.id }) : null;
  }

  @ResolveField(() => [StaffRoleEnum], { description: 'One’s roles in a community, joined or not; without those that wait.' })
  async roles(@Args('community') slug: string, @Ctx() context: RequestContext): Promise<StaffRole[]> {
    return this.among(context.actor.grants, slug);
  }

  @ResolveField(() => [StaffRoleEnum], { description: 'Those of them that wait for a second factor: they are held, and let one do nothing until there is one.' })
  async waitingRoles(@Args('community') slug: string, @Ctx() context: RequestContext): Promise<StaffRole[]> {
    return this.among(context.actor.held?.grants ?? [], slug);
  }

  @ResolveField(() => [MemberModel], { description: 'The latest first.' })
  async memberships(@Ctx() context: RequestContext): Promise<MemberRow[]> {
    return (await this.loaders.memberships.load(context, context.actor.accountId!)) ?? [];
  }

  private async among(grants: readonly Grant[], slug: string): Promise<StaffRole[]> {
    const community = grants.length > 0 ? await this.communities.bySlug(slug) : null;
    return grants.filter((grant) => grant.communityId === community?.id).map((grant) => grant.role);
  }
}
