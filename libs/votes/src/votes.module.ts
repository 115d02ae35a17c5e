import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { IdeasModule } from '@fanfare/ideas';
import { MembersModule } from '@fanfare/members';
import { DuplicateFinder } from './duplicates/duplicate-finder.service.js';
import { DuplicatesQueries } from './duplicates/duplicates.queries.js';
import { CommunityDuplicatesResolver, DuplicateSuggestionResolver, IdeaDuplicatesResolver } from './duplicates/duplicates.resolver.js';
import { DuplicatesService } from './duplicates/duplicates.service.js';
import { IdeaChangedResolver } from './idea-changed.resolver.js';
import { IdeaChanges } from './idea-changes.js';
import { IdeaVotesResolver } from './idea-votes.resolver.js';
import { MemberVotesResolver, ViewerVotesResolver } from './member-votes.resolver.js';
import { ContestsService } from './merges/contests.service.js';
import { FamiliesService } from './merges/families.service.js';
import { CommunityMergesResolver, IdeaMergesResolver, MergeContestFieldsResolver, MergeFieldsResolver } from './merges/idea-merges.resolver.js';
import { MergesLoaders } from './merges/merges.loaders.js';
import { MergesQueries } from './merges/merges.queries.js';
import { MergesResolver } from './merges/merges.resolver.js';
import { MergesService } from './merges/merges.service.js';
import { PlacementService } from './placement.service.js';
import { RecountService } from './recount.service.js';
import { StandingsService } from './standings.service.js';
import { VoteFieldsResolver } from './vote.fields.resolver.js';
import { VotesAudience } from './votes.audience.js';
import { VotesFilter } from './votes.filter.js';
import { VotesHandlers } from './votes.handlers.js';
import { VotesLoaders } from './votes.loaders.js';
import { VotesQueries } from './votes.queries.js';
import { VotesResolver } from './votes.resolver.js';
import { VotesService } from './votes.service.js';
import { VotesPersonalData } from './votes.personal-data.js';

@Module({
  imports: [AccessModule, CommunitiesModule, MembersModule, IdeasModule],
  providers: [
    VotesQueries,
    VotesService,
    StandingsService,
    PlacementService,
    RecountService,
    VotesLoaders,
    VotesHandlers,
    VotesPersonalData,
    VotesAudience,
    VotesFilter,
    VotesResolver,
    IdeaVotesResolver,
    VoteFieldsResolver,
    MemberVotesResolver,
    ViewerVotesResolver,
    IdeaChanges,
    IdeaChangedResolver,
    FamiliesService,
    MergesService,
    ContestsService,
    MergesQueries,
    MergesLoaders,
    MergesResolver,
    IdeaMergesResolver,
    CommunityMergesResolver,
    MergeFieldsResolver,
    MergeContestFieldsResolver,
    DuplicateFinder,
    DuplicatesQueries,
    DuplicatesService,
    CommunityDuplicatesResolver,
    IdeaDuplicatesResolver,
    DuplicateSuggestionResolver,
  ],
  exports: [VotesQueries, VotesService, StandingsService, PlacementService, RecountService, VotesLoaders, MergesService, MergesQueries, MergesLoaders, ContestsService],
})
export class VotesModule {}
