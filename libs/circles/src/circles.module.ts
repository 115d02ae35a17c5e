import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { IdeasModule } from '@fanfare/ideas';
import { IntakeModule } from '@fanfare/intake';
import { MembersModule } from '@fanfare/members';
import { CircleElectionsResolver, CircleFieldsResolver, CircleMembershipFieldsResolver, CircleRequestFieldsResolver } from './circle.fields.resolver.js';
import { CircleMembersQueries } from './circle-members.queries.js';
import { CircleMembershipService } from './circle-membership.service.js';
import { CirclePostFieldsResolver } from './circle-post.fields.resolver.js';
import { CirclePostsQueries } from './circle-posts.queries.js';
import { CirclePostsResolver } from './circle-posts.resolver.js';
import { CirclePostsService } from './circle-posts.service.js';
import { AuditEntryCircleResolver, CommunityCirclesResolver, MemberCirclesResolver } from './circles-of.resolvers.js';
import { CirclePostWithholding } from './circle-post-withholding.service.js';
import { CirclesAccess } from './circles.access.js';
import { CirclesLoaders } from './circles.loaders.js';
import { CirclesPersonalData } from './circles.personal-data.js';
import { CirclesQueries } from './circles.queries.js';
import { CirclesResolver } from './circles.resolver.js';
import { CirclesService } from './circles.service.js';
import { ElectionClosing } from './election-closing.js';
import { CandidateFieldsResolver, ElectionFieldsResolver } from './election.fields.resolver.js';
import { ElectionsQueries } from './elections.queries.js';
import { ElectionsResolver } from './elections.resolver.js';
import { ElectionsService } from './elections.service.js';
import { ViewerAt } from './viewer-at.js';

const READS = [CirclesQueries, CircleMembersQueries, CirclePostsQueries, ElectionsQueries, CirclesLoaders, ViewerAt];
const WRITES = [CirclesAccess, CirclesService, CircleMembershipService, CirclePostsService, CirclePostWithholding, ElectionClosing, ElectionsService, CirclesPersonalData];
const FIELDS = [
  CircleFieldsResolver,
  CircleElectionsResolver,
  CircleMembershipFieldsResolver,
  CircleRequestFieldsResolver,
  CirclePostFieldsResolver,
  ElectionFieldsResolver,
  CandidateFieldsResolver,
  CommunityCirclesResolver,
  MemberCirclesResolver,
  AuditEntryCircleResolver,
];

@Module({
  imports: [AccessModule, CommunitiesModule, IntakeModule, MembersModule, IdeasModule],
  providers: [...READS, ...WRITES, ...FIELDS, CirclesResolver, CirclePostsResolver, ElectionsResolver],
  exports: [CirclesQueries, CirclePostsQueries, CirclesLoaders, CirclesService, CircleMembershipService, CirclePostsService, CirclePostWithholding, ElectionsService, ElectionClosing],
})
export class CirclesModule {}
