import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { MembersModule } from '@fanfare/members';
import { OutboundModule } from '@fanfare/outbound';
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
import { LinkedAccountsResolver, LinkProvidersResolver } from './links/linked-accounts.resolver.js';
import { LinkedAccountsService } from './links/linked-accounts.service.js';
import { LinkProviders } from './links/link-providers.js';
import { MyEvidenceService } from './my-evidence.service.js';
import { AttestorFieldsResolver, CommunityAttestorsResolver, RealNamesResolver } from './names/real-names.resolver.js';
import { RealNamesService } from './names/real-names.service.js';
import { ApiTokensService } from './purchases/api-tokens.service.js';
import { CodesKeeper } from './purchases/codes-keeper.js';
import { PurchaseCodesService } from './purchases/purchase-codes.service.js';
import { ApiTokenFieldsResolver, CommunityPurchasesResolver, PurchaseBatchFieldsResolver } from './purchases/purchases.fields.resolver.js';
import { PurchasesQueries } from './purchases/purchases.queries.js';
import { PurchasesResolver } from './purchases/purchases.resolver.js';
import { RedemptionService } from './purchases/redemption.service.js';
import { SubjectHash } from './subject-hash.js';
import { ProfileUrls } from './websites/profile-urls.js';
import { WebsiteChecks } from './websites/website-checks.js';
import { WebsiteReader } from './websites/website-reader.js';
import { WebsitesResolver } from './websites/websites.resolver.js';
import { WebsitesService } from './websites/websites.service.js';

@Module({
  imports: [AccessModule, CommunitiesModule, MembersModule, OutboundModule],
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
    ProfileUrls,
    WebsiteReader,
    WebsitesService,
    WebsiteChecks,
    WebsitesResolver,
    PurchasesQueries,
    CodesKeeper,
    ApiTokensService,
    PurchaseCodesService,
    RedemptionService,
    PurchasesResolver,
    CommunityPurchasesResolver,
    PurchaseBatchFieldsResolver,
    ApiTokenFieldsResolver,
    RealNamesService,
    RealNamesResolver,
    CommunityAttestorsResolver,
    AttestorFieldsResolver,
    LinkProviders,
    LinkedAccountsService,
    LinkedAccountsResolver,
    LinkProvidersResolver,
  ],
  exports: [EvidenceService, EvidenceQueries, EvidenceLoaders, SubjectHash, LinkedAccountsService, PurchaseCodesService],
})
export class IdentityModule {}
