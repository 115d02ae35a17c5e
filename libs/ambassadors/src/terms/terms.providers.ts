import { AgreementsService } from './agreements.service.js';
import { RevocationsService } from './revocations.service.js';
import { SeatsService } from './seats.service.js';
import { TermEnds } from './term-ends.js';
import { TermsService } from './terms.service.js';

export const TERMS = [AgreementsService, SeatsService, TermsService, RevocationsService, TermEnds];
