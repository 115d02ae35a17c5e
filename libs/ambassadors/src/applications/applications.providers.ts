import { Applicants } from './applicants.js';
import { ApplicationFieldsResolver, ApplicationMarkFieldsResolver, ApplicationPanelResolver } from './application.fields.resolver.js';
import { ApplicationReportedResolver } from './application-reported.resolver.js';
import { ApplicationSubject } from './application.subject.js';
import { ApplicationWithholding } from './application-withholding.js';
import { CallForApplicantResolver } from './call-for-applicant.resolver.js';
import { ApplicationsQueries } from './applications.queries.js';
import { ApplicationsResolver, JudgingResolver } from './applications.resolver.js';
import { ApplicationsService } from './applications.service.js';

export const APPLICATIONS = [
  ApplicationsQueries,
  Applicants,
  ApplicationWithholding,
  ApplicationSubject,
  ApplicationReportedResolver,
  ApplicationsService,
  CallForApplicantResolver,
  ApplicationsResolver,
  JudgingResolver,
  ApplicationFieldsResolver,
  ApplicationPanelResolver,
  ApplicationMarkFieldsResolver,
];
