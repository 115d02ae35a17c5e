import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GrantRow } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, RequestContext } from '@fanfare/graphql';
import { STAFF_ROLES } from '@fanfare/kernel';
import { MembersArgs } from './member.inputs.js';
import { MemberConnection, MemberModel, StaffMemberModel } from './member.model.js';
import { memberAsSeenBy } from './member.policy.js';
import type { MemberRow } from './member.row.js';
import { MembersLoaders } from './members.loaders.js';
import { membersAsSeenBy, MembersQueries } from './members.queries.js';

/** A community's people. */
@Resolver(() => CommunityModel)
export class CommunityMembersResolver {
  constructor(
    private readonly queries: MembersQueries,
    private readonly loaders: MembersLoaders,
  ) {}

  @ResolveField(() => MemberModel, { nullable: true })
  async member(@Parent() community: CommunityRow, @Args('handle') handle: string, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    FEW_LISTS.count(context);
    const member = await this.queries.byHandle(community.id, handle);
    return member && memberAsSeenBy(context.actor, member);
  }

  @ResolveField(() => MemberConnection)
  async members(@Parent() community: CommunityRow, @Args() args: MembersArgs, @Ctx() context: RequestContext): Promise<Connection<MemberRow>> {
    FEW_LISTS.count(context);
    return membersAsSeenBy(context.actor, await this.queries.page(community.id, args, args.orderBy ?? 'NEWEST'));
  }

  @ResolveField(() => [StaffMemberModel], { description: 'Who decides here, owners first: public.' })
  async staff(@Parent() community: CommunityRow, @Ctx() context: RequestContext): Promise<GrantRow[]> {
    const staff = (await this.loaders.staffOf.load(context, community.id)) ?? [];
    return STAFF_ROLES.flatMap((role) => staff.filter((grant) => grant.role === role));
  }
}
