import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommentsModule } from '@fanfare/comments';
import { CommunitiesModule } from '@fanfare/communities';
import { IdeasModule } from '@fanfare/ideas';
import { LadderModule } from '@fanfare/ladder';
import { MembersModule } from '@fanfare/members';
import { ModerationModule } from '@fanfare/moderation';
import { VotesModule } from '@fanfare/votes';
import { DisputeDecisionsResolver } from './api/dispute-decisions.resolver.js';
import { DisputeDecisionsService } from './api/dispute-decisions.service.js';
import { DisputeReviews } from './api/dispute-reviews.js';
import { DisputesService } from './api/disputes.service.js';
import { CauseResolver, MemberReputationResolver, ReputationEntryFieldsResolver, ReputationFieldsResolver } from './api/member-reputation.resolver.js';
import { ReputationLoaders } from './api/reputation.loaders.js';
import { ReputationQueries } from './api/reputation.queries.js';
import {
  CommunityReputationResolver,
  LeaderboardPlaceResolver,
  ReputationDisputeResolver,
  ReputationResolver,
  ReputationRuleResolver,
} from './api/reputation.resolver.js';
import { HistoryService } from './history/history.service.js';
import { AuditService } from './ledger/audit.service.js';
import { LedgerService } from './ledger/ledger.service.js';
import { ReplayService } from './ledger/replay.service.js';
import { Shadow } from './ledger/shadow.js';
import { LevelRightsResolver } from './levels/level-rights.resolver.js';
import { LevelRightsService } from './levels/level-rights.service.js';
import { LevelsService } from './levels/levels.service.js';
import { MemberRightsService } from './levels/member-rights.service.js';
import { ReputationPersonalData } from './reputation.personal-data.js';

@Module({
  imports: [AccessModule, CommunitiesModule, MembersModule, IdeasModule, VotesModule, LadderModule, CommentsModule, ModerationModule],
  providers: [
    LevelsService,
    LevelRightsService,
    MemberRightsService,
    LevelRightsResolver,
    LedgerService,
    Shadow,
    ReplayService,
    AuditService,
    HistoryService,
    ReputationPersonalData,
    ReputationQueries,
    ReputationLoaders,
    DisputesService,
    DisputeReviews,
    DisputeDecisionsService,
    DisputeDecisionsResolver,
    ReputationResolver,
    CommunityReputationResolver,
    LeaderboardPlaceResolver,
    ReputationDisputeResolver,
    ReputationRuleResolver,
    MemberReputationResolver,
    ReputationFieldsResolver,
    ReputationEntryFieldsResolver,
    CauseResolver,
  ],
  exports: [LedgerService, ReplayService, AuditService, HistoryService, LevelsService, ReputationQueries],
})
export class ReputationModule {}
