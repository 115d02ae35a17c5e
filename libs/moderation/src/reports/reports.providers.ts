import { NoticeMails } from './notice.mails.js';
import {
  CirclePostReportedResolver,
  CommentReportedResolver,
  CreationReportedResolver,
  CreationResponseReportedResolver,
  IdeaReportedResolver,
  MemberReportedResolver,
} from './reported-by-viewer.resolvers.js';
import { ReportedSubjects } from './reported-subjects.service.js';
import { ReportersQueries } from './reporters.queries.js';
import { ReportJudgements } from './report-judgements.service.js';
import { ReportsPersonalData } from './reports.personal-data.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportFieldsResolver, ReportsResolver, ViewerReportsResolver } from './reports.resolver.js';
import { ReportsService } from './reports.service.js';
import { WeightHolds } from './weight-holds.service.js';

export const REPORTS = [ReportedSubjects, ReportersQueries, ReportsQueries, ReportsService, ReportJudgements, WeightHolds];

export const REPORT_FIELDS = [
  ReportsPersonalData,
  NoticeMails,
  ReportsResolver,
  ReportFieldsResolver,
  ViewerReportsResolver,
  IdeaReportedResolver,
  CommentReportedResolver,
  CreationReportedResolver,
  CreationResponseReportedResolver,
  CirclePostReportedResolver,
  MemberReportedResolver,
];
