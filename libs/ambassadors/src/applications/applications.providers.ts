import { Applicants } from './applicants.js';
import { ApplicationsQueries } from './applications.queries.js';
import { ApplicationsService } from './applications.service.js';

export const APPLICATIONS = [ApplicationsQueries, Applicants, ApplicationsService];
