import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { IntakeModule } from '@fanfare/intake';
import { MembersModule } from '@fanfare/members';
import { AuditEntryIdeaResolver } from './audit-entry.resolver.js';
import { ANSWER_PROVIDERS, ANSWER_SHARED } from './answers/index.js';
import { DraftsService } from './drafts.service.js';
import { FeedQueries } from './feed.queries.js';
import { IdeaDetailsQueries } from './idea-details.queries.js';
import { IdeaFilters } from './idea-filters.js';
import { CommunityIdeasResolver, MemberIdeasResolver, ViewerDraftsResolver } from './idea-lists.resolver.js';
import {
  IdeaEventFieldsResolver,
  IdeaStoryResolver,
  IdeaVersionFieldsResolver,
  OfficialResponseFieldsResolver,
} from './idea-story.resolver.js';
import { IdeaMoves } from './idea-moves.service.js';
import { IdeaWithholding } from './idea-withholding.service.js';
import { IdeaFieldsResolver } from './idea.fields.resolver.js';
import { IdeasAccess } from './ideas.access.js';
import { IdeasLoaders } from './ideas.loaders.js';
import { IdeasOfCommunity } from './ideas-of-community.js';
import { IdeasPersonalData } from './ideas.personal-data.js';
import { IdeasQueries } from './ideas.queries.js';
import { IdeasResolver } from './ideas.resolver.js';
import { IdeasService } from './ideas.service.js';
import { RankUpkeep } from './rank-upkeep.service.js';
import { RanksService } from './ranks.service.js';
import { SearchQueries } from './search.queries.js';
import { SearchWords } from './search-words.service.js';
import { SimilarQueries } from './similar.queries.js';

const RESOLVERS = [
  AuditEntryIdeaResolver,
  CommunityIdeasResolver,
  IdeaEventFieldsResolver,
  IdeaFieldsResolver,
  IdeasResolver,
  IdeaStoryResolver,
  IdeaVersionFieldsResolver,
  MemberIdeasResolver,
  OfficialResponseFieldsResolver,
  ViewerDraftsResolver,
];

const SHARED = [...ANSWER_SHARED, FeedQueries, IdeaFilters, IdeaMoves, IdeasAccess, IdeaWithholding, IdeasLoaders, IdeasOfCommunity, IdeasQueries, IdeasService, RanksService, RankUpkeep, SearchWords, SimilarQueries];

@Module({
  imports: [AccessModule, CommunitiesModule, IntakeModule, MembersModule],
  providers: [...SHARED, ...RESOLVERS, ...ANSWER_PROVIDERS, DraftsService, IdeaDetailsQueries, IdeasPersonalData, SearchQueries],
  exports: SHARED,
})
export class IdeasModule {}
