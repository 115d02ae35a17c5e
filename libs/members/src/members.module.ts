import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { MailModule } from '@fanfare/mail';
import { AuditEntryFieldsResolver, CommunityAuditResolver } from './audit-log.resolver.js';
import { CommunityMembersResolver } from './community-members.resolver.js';
import { InvitationMails } from './invitation.mails.js';
import { InvitationsQueries } from './invitations.queries.js';
import {
  CommunityInvitationsResolver,
  InvitationFieldsResolver,
  InvitationsResolver,
  ViewerInvitationsResolver,
} from './invitations.resolver.js';
import { InvitationsService } from './invitations.service.js';
import { MemberFieldsResolver, StaffMemberFieldsResolver } from './member.fields.resolver.js';
import { MemberIdentityService } from './member-identity.service.js';
import { MentionsService } from './mentions.service.js';
import { MemberWithholding } from './member-withholding.service.js';
import { MembersHandlers } from './members.handlers.js';
import { MembersLoaders } from './members.loaders.js';
import { MembersQueries } from './members.queries.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';
import { ProfileTexts } from './profile-texts.js';
import { MutesQueries } from './mutes/mutes.queries.js';
import { MutesResolver, ViewerMutesResolver } from './mutes/mutes.resolver.js';
import { MutesService } from './mutes/mutes.service.js';
import { RightsService } from './rights.service.js';
import { CommunityStaffChangesResolver, StaffChangeFieldsResolver } from './staff-changes.resolver.js';
import { StaffService } from './staff.service.js';
import { TestMembersService } from './test-members.service.js';
import { ViewerMembersResolver } from './viewer-members.resolver.js';
import { MembersPersonalData } from './members.personal-data.js';

@Module({
  imports: [AccessModule, CommunitiesModule, MailModule],
  providers: [
    MembersQueries,
    MembersService,
    RightsService,
    ProfileTexts,
    MembersLoaders,
    MentionsService,
    MemberIdentityService,
    MemberWithholding,
    MembersHandlers,
    MembersPersonalData,
    StaffService,
    TestMembersService,
    MembersResolver,
    MemberFieldsResolver,
    StaffMemberFieldsResolver,
    CommunityMembersResolver,
    ViewerMembersResolver,
    MutesQueries,
    MutesService,
    MutesResolver,
    ViewerMutesResolver,
    InvitationsQueries,
    InvitationsService,
    InvitationMails,
    InvitationsResolver,
    InvitationFieldsResolver,
    CommunityInvitationsResolver,
    ViewerInvitationsResolver,
    CommunityAuditResolver,
    AuditEntryFieldsResolver,
    CommunityStaffChangesResolver,
    StaffChangeFieldsResolver,
  ],
  exports: [MembersQueries, MembersService, RightsService, ProfileTexts, MemberIdentityService, MemberWithholding, MembersLoaders, MentionsService, StaffService, TestMembersService],
})
export class MembersModule {}
