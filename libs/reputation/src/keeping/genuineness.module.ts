import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { IdeasModule } from '@fanfare/ideas';
import { MembersModule } from '@fanfare/members';
import { VotesModule } from '@fanfare/votes';
import { GenuinenessHandlers } from './genuineness.handlers.js';
import { GenuinenessLoaders } from './genuineness.loaders.js';
import { GenuinenessPersonalData } from './genuineness.personal-data.js';
import { IdeaSuspicionsResolver, MemberGenuinenessResolver, SuspectedRunResolver } from './genuineness.resolver.js';
import { GenuinenessService } from './genuineness.service.js';
import { SuspicionsStore } from './suspicions.store.js';
import { VotesReader } from './votes.reader.js';

/** The estimate that accounts behave as honest people, kept current, and the votes it holds. */
@Module({
  imports: [AccessModule, MembersModule, IdeasModule, VotesModule],
  providers: [
    VotesReader,
    SuspicionsStore,
    GenuinenessService,
    GenuinenessHandlers,
    GenuinenessPersonalData,
    GenuinenessLoaders,
    MemberGenuinenessResolver,
    IdeaSuspicionsResolver,
    SuspectedRunResolver,
  ],
  exports: [GenuinenessService],
})
export class GenuinenessModule {}
