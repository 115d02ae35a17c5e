export * from './ambassadors.enums.js';
export * from './ambassadors.events.js';
export * from './ambassadors.module.js';
export type { ActiveTerm } from './terms/term.row.js';
export { TermsService } from './terms/terms.service.js';
export * from './rewards/reward.events.js';
export { type Payment, type Payout, RewardsService } from './rewards/rewards.service.js';
