import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { IdeasModule } from '@fanfare/ideas';
import { IntakeModule } from '@fanfare/intake';
import { MediaModule } from '@fanfare/media';
import { MembersModule } from '@fanfare/members';
import { AppreciationsService } from './appreciations.service.js';
import { CreationFieldsResolver } from './creation.fields.resolver.js';
import { CreationPagesQueries } from './creation-pages.queries.js';
import { CreationParts } from './creation-parts.service.js';
import { CreationResponseFieldsResolver, CreationResponsesResolver } from './creation-responses.resolver.js';
import { CreationResponsesQueries } from './creation-responses.queries.js';
import { CreationResponsesService } from './creation-responses.service.js';
import { CreationShowings } from './creation-showings.js';
import { CommunityCreationsResolver, IdeaCreationsResolver, MemberCreationsResolver } from './creations-of.resolvers.js';
import { CreationsLoaders } from './creations.loaders.js';
import { CreationsPersonalData } from './creations.personal-data.js';
import { CreationResponseWithholding, CreationWithholding } from './creation-withholding.service.js';
import { CreationsQueries } from './creations.queries.js';
import { CreationsResolver } from './creations.resolver.js';
import { CreationsService } from './creations.service.js';

@Module({
  imports: [AccessModule, CommunitiesModule, IntakeModule, MembersModule, MediaModule, IdeasModule],
  providers: [
    CreationsQueries,
    CreationPagesQueries,
    CreationResponsesQueries,
    CreationsLoaders,
    CreationParts,
    CreationsService,
    CreationWithholding,
    CreationResponseWithholding,
    CreationShowings,
    AppreciationsService,
    CreationResponsesService,
    CreationsPersonalData,
    CreationsResolver,
    CreationFieldsResolver,
    CreationResponsesResolver,
    CreationResponseFieldsResolver,
    CommunityCreationsResolver,
    IdeaCreationsResolver,
    MemberCreationsResolver,
  ],
  exports: [CreationsQueries, CreationsLoaders, CreationsService, AppreciationsService, CreationResponsesService, CreationWithholding, CreationResponseWithholding],
})
export class CreationsModule {}
