import { Args, Field, ID, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { RoleHistory, type RoleHistoryRow, StaffRoleEnum } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, ConnectionType, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import type { StaffRole } from '@fanfare/kernel';
import { MemberModel } from './member.model.js';
import type { MemberRow } from './member.row.js';
import { MembersLoaders } from './members.loaders.js';

const StaffChangeKindEnum = { GRANTED: 'GRANTED', REVOKED: 'REVOKED' } as const;
registerEnumType(StaffChangeKindEnum, { name: 'StaffChangeKind' });

@ObjectType('StaffChange', { description: 'Somebody was given or taken a role: public, so that nobody decides here unknown.' })
class StaffChangeModel {
  @Field(() => ID)
  id: string;

  @Field(() => StaffChangeKindEnum)
  change: RoleHistoryRow['change'];

  @Field(() => StaffRoleEnum)
  role: StaffRole;

  @Field()
  at: Date;
}

@ObjectType()
class StaffChangeConnection extends ConnectionType(StaffChangeModel, 'StaffChange') {}

@Resolver(() => CommunityModel)
export class CommunityStaffChangesResolver {
  constructor(private readonly history: RoleHistory) {}

  @ResolveField(() => StaffChangeConnection, { description: 'The latest first.' })
  staffChanges(@Parent() community: CommunityRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<RoleHistoryRow>> {
    FEW_LISTS.count(context);
    return this.history.page(community.id, page);
  }
}

@Resolver(() => StaffChangeModel)
export class StaffChangeFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null when they have not joined the community.' })
  member(@Parent() { accountId, communityId }: RoleHistoryRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byAccount.load(context, { accountId, communityId });
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who decided it; null for the system and for who has not joined.' })
  async by(@Parent() { byAccountId, communityId }: RoleHistoryRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return byAccountId ? this.members.byAccount.load(context, { accountId: byAccountId, communityId }) : null;
  }
}
