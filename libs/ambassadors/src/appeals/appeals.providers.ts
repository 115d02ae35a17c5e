import { AmbassadorAppealsQueries } from './ambassador-appeals.queries.js';
import { AmbassadorAppealsService } from './ambassador-appeals.service.js';
import { AppealSubjects } from './appeal-subjects.js';
import { TermAppeals } from './term-appeals.js';
import { AmbassadorAppealFieldsResolver, AmbassadorAppealsOfCommunityResolver, AmbassadorAppealsResolver } from './ambassador-appeals.resolver.js';

export const AMBASSADOR_APPEALS = [
  AppealSubjects,
  AmbassadorAppealsQueries,
  AmbassadorAppealsService,
  TermAppeals,
  AmbassadorAppealsResolver,
  AmbassadorAppealsOfCommunityResolver,
  AmbassadorAppealFieldsResolver,
];
