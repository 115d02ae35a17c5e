import { Module } from '@nestjs/common';
import { AmbassadorsModule } from '@fanfare/ambassadors';
import { AccessModule } from '@fanfare/access';
import { CirclesModule } from '@fanfare/circles';
import { CommentsModule } from '@fanfare/comments';
import { CommunitiesModule } from '@fanfare/communities';
import { CreationsModule } from '@fanfare/creations';
import { IdeasModule } from '@fanfare/ideas';
import { IdentityModule } from '@fanfare/identity';
import { MailModule } from '@fanfare/mail';
import { MembersModule } from '@fanfare/members';
import { ModerationModule } from '@fanfare/moderation';
import { VotesModule } from '@fanfare/votes';
import { AnswerPreviewResolver } from './answer-preview.resolver.js';
import { AnswerPreviewService } from './answer-preview.service.js';
import { AnswersHandlers } from './answers.handlers.js';
import { CircleNoticesQueries } from './circle-notices.queries.js';
import { CircleNoticesResolver } from './circle-notices.resolver.js';
import { CirclesHandlers } from './circles.handlers.js';
import { CreationNoticesResolver } from './creation-notices.resolver.js';
import { CreationsHandlers } from './creations.handlers.js';
import { EvidenceHandlers } from './evidence.handlers.js';
import { EvidenceNoticesResolver } from './evidence-notices.resolver.js';
import { CategoryFollowsResolver, CommunityFollowsResolver, IdeaFollowsResolver, MemberFollowsResolver } from './follow.fields.resolvers.js';
import { FollowsAudience } from './follows.audience.js';
import { FollowsLoaders } from './follows.loaders.js';
import { FollowsQueries } from './follows.queries.js';
import { FollowsResolver, ViewerFollowsResolver } from './follows.resolver.js';
import { FollowsService } from './follows.service.js';
import { MailingReader } from './mailing.reader.js';
import { MailingsSender } from './mailings.sender.js';
import { MailingsService } from './mailings.service.js';
import { MissionNoticesResolver } from './mission-notices.resolver.js';
import { MissionsHandlers } from './missions.handlers.js';
import { RewardNoticesResolver } from './reward-notices.resolver.js';
import { RewardsHandlers } from './rewards.handlers.js';
import { ModerationHandlers } from './moderation.handlers.js';
import { ModerationNoticesResolver } from './moderation-notices.resolver.js';
import { NotificationsHandlers } from './notifications.handlers.js';
import { NotificationsPersonalData } from './notifications.personal-data.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsResolver, ViewerInboxResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';
import { RecruitmentHandlers } from './recruitment.handlers.js';
import { RecruitmentNoticesQueries } from './recruitment-notices.queries.js';
import { RecruitmentNoticesResolver } from './recruitment-notices.resolver.js';
import { PreferencesResolver } from './preferences.resolver.js';
import { PreferencesService } from './preferences.service.js';
import { TellService } from './tell.service.js';
import { UnsubscribeResolver } from './unsubscribe.resolver.js';
import { UnsubscribeService } from './unsubscribe.service.js';

@Module({
  imports: [AccessModule, MailModule, CommunitiesModule, MembersModule, IdentityModule, IdeasModule, VotesModule, CommentsModule, CirclesModule, CreationsModule, ModerationModule, AmbassadorsModule],
  providers: [
    AnswersHandlers,
    CirclesHandlers,
    CircleNoticesQueries,
    CircleNoticesResolver,
    CreationsHandlers,
    CreationNoticesResolver,
    EvidenceHandlers,
    EvidenceNoticesResolver,
    FollowsAudience,
    FollowsQueries,
    FollowsLoaders,
    FollowsService,
    FollowsResolver,
    ViewerFollowsResolver,
    IdeaFollowsResolver,
    CategoryFollowsResolver,
    CommunityFollowsResolver,
    MemberFollowsResolver,
    MailingsService,
    MailingReader,
    MailingsSender,
    AnswerPreviewService,
    AnswerPreviewResolver,
    UnsubscribeService,
    UnsubscribeResolver,
    TellService,
    MissionsHandlers,
    MissionNoticesResolver,
    RewardsHandlers,
    RewardNoticesResolver,
    ModerationHandlers,
    RecruitmentHandlers,
    RecruitmentNoticesQueries,
    RecruitmentNoticesResolver,
    ModerationNoticesResolver,
    NotificationsHandlers,
    NotificationsPersonalData,
    NotificationsQueries,
    NotificationsService,
    NotificationsResolver,
    ViewerInboxResolver,
    PreferencesService,
    PreferencesResolver,
  ],
  exports: [FollowsQueries, FollowsService, MailingsService, NotificationsQueries, NotificationsService, PreferencesService, UnsubscribeService],
})
export class NotificationsModule {}
