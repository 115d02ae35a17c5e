import { MissionJoinsService } from './mission-joins.service.js';
import { MissionFieldsResolver, PeriodFieldsResolver } from './mission.fields.resolver.js';
import { MissionsLoaders } from './missions.loaders.js';
import { MissionsOfCommunityResolver } from './missions-of-community.resolver.js';
import { MissionsQueries } from './missions.queries.js';
import { MissionsResolver } from './missions.resolver.js';
import { MissionsService } from './missions.service.js';
import { PeriodsService } from './periods.service.js';
import { RallyChangedResolver } from './rally-changed.resolver.js';
import { RallyChanges } from './rally-changes.js';

export const MISSIONS = [
  MissionsQueries,
  MissionsLoaders,
  PeriodsService,
  MissionsService,
  MissionJoinsService,
  MissionsResolver,
  MissionsOfCommunityResolver,
  MissionFieldsResolver,
  PeriodFieldsResolver,
  RallyChanges,
  RallyChangedResolver,
];
