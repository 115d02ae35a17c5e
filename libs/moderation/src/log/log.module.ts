import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { LogDownload } from './log-download.js';
import { LogEntryFieldsResolver, LogHeadFieldsResolver } from './log-entry.fields.resolver.js';
import { LogHeads } from './log-heads.service.js';
import { LogKeys } from './log-keys.service.js';
import { LogLoaders } from './log.loaders.js';
import { LogPersonalData } from './log.personal-data.js';
import { LogProofs } from './log-proofs.service.js';
import { LogQueries } from './log.queries.js';
import { CommunityLogResolver } from './log.resolver.js';
import { LogService } from './log.service.js';
import { LogWriter } from './log.writer.js';

const RESOLVERS = [CommunityLogResolver, LogEntryFieldsResolver, LogHeadFieldsResolver];

/** The public log of decisions. */
@Module({
  imports: [AccessModule, CommunitiesModule],
  providers: [LogKeys, LogWriter, LogService, LogHeads, LogQueries, LogLoaders, LogProofs, LogDownload, LogPersonalData, ...RESOLVERS],
  exports: [LogService, LogHeads, LogQueries, LogLoaders, LogProofs, LogDownload],
})
export class LogModule {}
