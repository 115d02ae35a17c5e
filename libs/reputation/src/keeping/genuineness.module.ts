import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { IdeasModule } from '@fanfare/ideas';
import { MembersModule } from '@fanfare/members';
import { ModerationModule } from '@fanfare/moderation';
import { VotesModule } from '@fanfare/votes';
import { GenuinenessHandlers } from './genuineness.handlers.js';
import { GenuinenessLoaders } from './genuineness.loaders.js';
import { GenuinenessPersonalData } from './genuineness.personal-data.js';
import { ReputationGenuinenessResolver } from './genuineness.resolver.js';
import { GenuinenessService } from './genuineness.service.js';
import { RulingsService } from './rulings.service.js';
import { RulingsStore } from './rulings.store.js';
import { RunReviews } from './run-reviews.js';
import { RunsQueries } from './runs.queries.js';
import { CommunityRunsResolver, IdeaRunsResolver, RunRulingFieldsResolver, RunsResolver, SuspectedRunFieldsResolver, SuspicionEventFieldsResolver } from './runs.resolver.js';
import { SuspicionsStore } from './suspicions.store.js';
import { VotesReader } from './votes.reader.js';

/** The estimate that accounts behave as honest people, kept current, and the votes it holds. */
@Module({
  imports: [AccessModule, MembersModule, IdeasModule, VotesModule, ModerationModule],
  providers: [
    VotesReader,
    SuspicionsStore,
    GenuinenessService,
    GenuinenessHandlers,
    GenuinenessPersonalData,
    GenuinenessLoaders,
    RulingsStore,
    RulingsService,
    RunsQueries,
    RunReviews,
    ReputationGenuinenessResolver,
    RunsResolver,
    CommunityRunsResolver,
    IdeaRunsResolver,
    SuspectedRunFieldsResolver,
    SuspicionEventFieldsResolver,
    RunRulingFieldsResolver,
  ],
  exports: [GenuinenessService],
})
export class GenuinenessModule {}
