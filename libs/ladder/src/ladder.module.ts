import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { IdeasModule } from '@fanfare/ideas';
import { MembersModule } from '@fanfare/members';
import { VotesModule } from '@fanfare/votes';
import { LadderPreviewService } from './ladder-preview.service.js';
import { LadderHandlers } from './ladder.handlers.js';
import { LadderLoaders } from './ladder.loaders.js';
import { LadderPersonalData } from './ladder.personal-data.js';
import { LadderQueries } from './ladder.queries.js';
import { IdeaLadderResolver, LadderPreviewExampleResolver, LadderPreviewResolver } from './ladder.resolver.js';
import { LadderService } from './ladder.service.js';
import { SurveyQueries } from './survey.queries.js';
import { IdeaSurveyResolver, SurveyResolver } from './survey.resolver.js';
import { SurveyService } from './survey.service.js';

const RESOLVERS = [IdeaLadderResolver, IdeaSurveyResolver, LadderPreviewExampleResolver, LadderPreviewResolver, SurveyResolver];

@Module({
  imports: [AccessModule, CommunitiesModule, MembersModule, IdeasModule, VotesModule],
  providers: [LadderQueries, LadderService, LadderPreviewService, LadderLoaders, LadderHandlers, LadderPersonalData, SurveyQueries, SurveyService, ...RESOLVERS],
  exports: [LadderService, LadderQueries],
})
export class LadderModule {}
