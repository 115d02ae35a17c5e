export type { ExaminedText } from './examined-text.js';
export { IntakeVerdicts } from './intake-verdicts.js';
export * from './intake.events.js';
export { IntakeModule } from './intake.module.js';
export * from './intake.policy.js';
export { type IntakeChange, IntakeSettingsService } from './intake-settings.service.js';
export { IntakeService } from './intake.service.js';
export { OUTCOMES, type Outcome, PHASES, type PhaseName, type Reason, REASONS, TEXT_KINDS, type TextKind, type Verdict, type VerdictParams } from './verdict.js';
export type { VerdictRow } from './verdict.row.js';
