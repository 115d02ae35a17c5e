import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { MembersModule } from '@fanfare/members';
import { EvidenceExpiry } from './evidence.expiry.js';
import {
  EvidenceFieldsResolver,
  EvidenceMarkFieldsResolver,
  IdentityFieldsResolver,
  MemberEvidenceResolver,
} from './evidence.fields.resolver.js';
import { EvidenceLoaders } from './evidence.loaders.js';
import { EvidenceQueries } from './evidence.queries.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { EvidenceService } from './evidence.service.js';
import { IdentityPersonalData } from './identity.personal-data.js';
import { MyEvidenceService } from './my-evidence.service.js';
import { SubjectHash } from './subject-hash.js';

@Module({
  imports: [AccessModule, CommunitiesModule, MembersModule],
  providers: [
    SubjectHash,
    EvidenceService,
    EvidenceQueries,
    EvidenceLoaders,
    EvidenceExpiry,
    MyEvidenceService,
    EvidenceResolver,
    IdentityFieldsResolver,
    EvidenceFieldsResolver,
    MemberEvidenceResolver,
    EvidenceMarkFieldsResolver,
    IdentityPersonalData,
  ],
  exports: [EvidenceService, EvidenceQueries, EvidenceLoaders, SubjectHash],
})
export class IdentityModule {}
