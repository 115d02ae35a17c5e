import { Module } from '@nestjs/common';
import { IdeaFilters } from './idea-filters.js';
import { IdeasAccess } from './ideas.access.js';
import { IdeasLoaders } from './ideas.loaders.js';
import { IdeasQueries } from './ideas.queries.js';
import { IdeasService } from './ideas.service.js';
import { RanksService } from './ranks.service.js';

@Module({
  providers: [IdeaFilters, IdeasAccess, IdeasLoaders, IdeasQueries, IdeasService, RanksService],
  exports: [IdeaFilters, IdeasAccess, IdeasLoaders, IdeasQueries, IdeasService, RanksService],
})
export class IdeasModule {}
