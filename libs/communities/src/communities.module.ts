import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CategoriesLoaders, CommunitiesLoaders } from './communities.loaders.js';
import { CommunitiesQueries } from './communities.queries.js';
import { CommunitiesResolver } from './communities.resolver.js';
import { CommunitiesService } from './communities.service.js';
import { CommunityAddresses } from './community-addresses.js';
import { CommunityFieldsResolver, TermsFieldsResolver } from './community.fields.resolver.js';
import { LevelRightsTable } from './level-rights.js';
import { CommunityRuleFieldsResolver, CommunityRulesResolver } from './rules/community-rules.resolver.js';
import { CommunityRulesLoaders } from './rules/community-rules.loaders.js';
import { CommunityRulesQueries } from './rules/community-rules.queries.js';
import { CommunityRulesService } from './rules/community-rules.service.js';
import { ThemePictures } from './theme-pictures.js';

@Module({
  imports: [AccessModule],
  providers: [
    CommunitiesQueries,
    CommunitiesService,
    LevelRightsTable,
    CommunityAddresses,
    ThemePictures,
    CommunitiesLoaders,
    CategoriesLoaders,
    CommunitiesResolver,
    CommunityFieldsResolver,
    TermsFieldsResolver,
    CommunityRulesQueries,
    CommunityRulesLoaders,
    CommunityRulesService,
    CommunityRulesResolver,
    CommunityRuleFieldsResolver,
  ],
  exports: [CommunityRulesLoaders, CommunityRulesQueries, CommunityRulesService, LevelRightsTable, CommunitiesQueries, CommunitiesService, ThemePictures, CommunitiesLoaders, CategoriesLoaders],
})
export class CommunitiesModule {}
