import { Applicants } from './applicants.js';
import { ApplicationFieldsResolver, ApplicationMarkFieldsResolver, ApplicationPanelResolver } from './application.fields.resolver.js';
import { ApplicationsQueries } from './applications.queries.js';
import { ApplicationsResolver, JudgingResolver } from './applications.resolver.js';
import { ApplicationsService } from './applications.service.js';

export const APPLICATIONS = [
  ApplicationsQueries,
  Applicants,
  ApplicationsService,
  ApplicationsResolver,
  JudgingResolver,
  ApplicationFieldsResolver,
  ApplicationPanelResolver,
  ApplicationMarkFieldsResolver,
];
