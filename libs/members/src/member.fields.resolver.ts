import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type GrantRow, StaffRoleEnum } from '@fanfare/access';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { Ctx, RequestContext } from '@fanfare/graphql';
import type { StaffRole } from '@fanfare/kernel';
import { MemberModel, StaffMemberModel } from './member.model.js';
import type { MemberRow } from './member.row.js';
import { MembersLoaders } from './members.loaders.js';

@Resolver(() => MemberModel)
export class MemberFieldsResolver {
  constructor(
    private readonly loaders: MembersLoaders,
    private readonly communities: CommunitiesLoaders,
  ) {}

  @ResolveField(() => CommunityModel)
  community(@Parent() member: MemberRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, member.communityId);
  }

  @ResolveField(() => [StaffRoleEnum])
  async roles(@Parent() { accountId, communityId }: MemberRow, @Ctx() context: RequestContext): Promise<StaffRole[]> {
    if (accountId === null) return [];
    const staff = (await this.loaders.staffOf.load(context, communityId)) ?? [];
    return staff.filter((grant) => grant.accountId === accountId).map((grant) => grant.role);
  }

  @ResolveField(() => Boolean, { description: 'Brought from elsewhere: nobody signs in as them.' })
  imported(@Parent() member: MemberRow): boolean {
    return member.accountId === null && member.formerSince === null;
  }

  @ResolveField(() => Boolean, { description: 'Their account was deleted: what they wrote stays, under a name that says nothing.' })
  former(@Parent() member: MemberRow): boolean {
    return member.formerSince !== null;
  }
}

@Resolver(() => StaffMemberModel)
export class StaffMemberFieldsResolver {
  constructor(private readonly loaders: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null while they have not joined the community.' })
  member(@Parent() { accountId, communityId }: GrantRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.loaders.byAccount.load(context, { accountId, communityId });
  }

  @ResolveField(() => Date)
  since(@Parent() grant: GrantRow): Date {
    return grant.grantedAt;
  }
}
