import { AgreementsService } from './agreements.service.js';
import { RevocationsService } from './revocations.service.js';
import { SeatsHandlers } from './seats.handlers.js';
import { SeatsService } from './seats.service.js';
import { TermEnds } from './term-ends.js';
import { TermsQueries } from './terms.queries.js';
import { AgreementFieldsResolver, CommunityAmbassadorsResolver, MemberTermsResolver, TermFieldsResolver, TermsResolver } from './terms.resolver.js';
import { TermsService } from './terms.service.js';

export const TERMS = [
  AgreementsService,
  SeatsService,
  SeatsHandlers,
  TermsService,
  TermsQueries,
  RevocationsService,
  TermEnds,
  TermsResolver,
  TermFieldsResolver,
  AgreementFieldsResolver,
  MemberTermsResolver,
  CommunityAmbassadorsResolver,
];
