import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CategoriesLoaders, CommunitiesLoaders } from './communities.loaders.js';
import { CommunitiesQueries } from './communities.queries.js';
import { CommunitiesResolver } from './communities.resolver.js';
import { CommunitiesService } from './communities.service.js';
import { CommunityAddresses } from './community-addresses.js';
import { CommunityFieldsResolver, TermsFieldsResolver } from './community.fields.resolver.js';
import { LevelRightsTable } from './level-rights.js';
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
  ],
  exports: [LevelRightsTable, CommunitiesQueries, CommunitiesService, ThemePictures, CommunitiesLoaders, CategoriesLoaders],
})
export class CommunitiesModule {}
