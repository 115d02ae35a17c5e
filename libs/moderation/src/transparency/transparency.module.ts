import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@fanfare/communities';
import { StatementsQueries } from './statements.queries.js';
import { TransparencyQueries } from './transparency.queries.js';
import { CommunityTransparencyResolver, ExportedStatementFieldsResolver } from './transparency.resolver.js';

/** What a community's moderation did, for everybody to count. */
@Module({
  imports: [CommunitiesModule],
  providers: [TransparencyQueries, StatementsQueries, CommunityTransparencyResolver, ExportedStatementFieldsResolver],
  exports: [TransparencyQueries],
})
export class TransparencyModule {}
