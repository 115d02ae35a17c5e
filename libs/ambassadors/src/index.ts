export * from './ambassadors.enums.js';
export * from './ambassadors.events.js';
export * from './ambassadors.module.js';
export type { ActiveTerm } from './terms/term.row.js';
export { TermsService } from './terms/terms.service.js';
