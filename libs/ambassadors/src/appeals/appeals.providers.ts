import { AmbassadorAppealDuties } from './ambassador-appeal-duties.js';
import { AmbassadorAppealLists } from './ambassador-appeal-lists.queries.js';
import { AmbassadorAppealsQueries } from './ambassador-appeals.queries.js';
import { AmbassadorAppealsService } from './ambassador-appeals.service.js';
import { AmbassadorAppealsLoaders } from './ambassador-appeals.loaders.js';
import { AppealSubjects } from './appeal-subjects.js';
import { PlacesGivenBack } from './places-given-back.js';
import { TermAppeals } from './term-appeals.js';
import { AppealOfTermResolver } from './ambassador-appeals.resolver.js';
import { AmbassadorAppealFieldsResolver, AmbassadorAppealsOfCommunityResolver, AmbassadorAppealsResolver } from './ambassador-appeals.resolver.js';

export const AMBASSADOR_APPEALS = [
  AppealSubjects,
  AmbassadorAppealsQueries,
  AmbassadorAppealLists,
  AmbassadorAppealDuties,
  AmbassadorAppealsService,
  AmbassadorAppealsLoaders,
  TermAppeals,
  PlacesGivenBack,
  AppealOfTermResolver,
  AmbassadorAppealsResolver,
  AmbassadorAppealsOfCommunityResolver,
  AmbassadorAppealFieldsResolver,
];
