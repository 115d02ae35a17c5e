export { HistoryService } from './history/history.service.js';
export { AuditService, type LedgerAudit } from './ledger/audit.service.js';
export { LedgerService, READ_LOG } from './ledger/ledger.service.js';
export { type ReplayResult, ReplayService } from './ledger/replay.service.js';
export { levelOf, missingFor } from './levels/level.js';
export { LevelsService } from './levels/levels.service.js';
export * from './reputation.module.js';
export * from './rules/rule.js';
export { CURRENT_RULES, RULES } from './rules/rules.js';
