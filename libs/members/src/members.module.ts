import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { CommunityMembersResolver } from './community-members.resolver.js';
import { MemberFieldsResolver, StaffMemberFieldsResolver } from './member.fields.resolver.js';
import { MembersHandlers } from './members.handlers.js';
import { MembersLoaders } from './members.loaders.js';
import { MembersQueries } from './members.queries.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';
import { StaffService } from './staff.service.js';
import { ViewerMembersResolver } from './viewer-members.resolver.js';

@Module({
  imports: [AccessModule, CommunitiesModule],
  providers: [
    MembersQueries,
    MembersService,
    MembersLoaders,
    MembersHandlers,
    StaffService,
    MembersResolver,
    MemberFieldsResolver,
    StaffMemberFieldsResolver,
    CommunityMembersResolver,
    ViewerMembersResolver,
  ],
  exports: [MembersQueries, MembersService, MembersLoaders, StaffService],
})
export class MembersModule {}
