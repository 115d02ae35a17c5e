import { TermsService } from './terms.service.js';

export const TERMS = [TermsService];
