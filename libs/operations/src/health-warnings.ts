import { type DeploymentHealthModel, HEALTH_WARNINGS, type HealthWarning } from './deployment-health.model.js';

/** What is looked at: the report without its own conclusions. */
export type Findings = Omit<DeploymentHealthModel, 'warnings'> & {
  /** When the delivery was due that nobody has tried, or null. */
  readonly untriedSince: Date | null;
};

const PATIENCE_MS = 60_000;
const LEAST_FREE = 0.05;
const MOST_CONNECTIONS = 0.9;

type Check = (found: Findings) => boolean;

const CHECKS: Readonly<Record<HealthWarning, Check>> = {
  NO_WORKER: ({ untriedSince, checkedAt }) => untriedSince !== null && checkedAt.getTime() - untriedSince.getTime() > PATIENCE_MS,
  DELIVERIES_FAILING: ({ queue }) => queue.handlers.some((one) => !one.sends && one.failing > 0),
  HANDLER_GONE: ({ queue }) => queue.handlers.some((one) => !one.known),
  SCHEDULE_FAILING: ({ schedules }) => schedules.some((one) => one.known && one.lastError !== null),
  SCHEDULE_LATE: ({ schedules }) => schedules.some((one) => one.known && one.late && one.lastError === null),
  MAIL_NOT_SENT: ({ mail }) => mail.way === 'NONE',
  MAIL_FAILING: ({ mail, queue }) => mail.way !== 'NONE' && queue.handlers.some((one) => one.sends && one.failing > 0),
  DISK_NEARLY_FULL: ({ storage: { freeBytes, totalBytes } }) => freeBytes !== null && totalBytes !== null && freeBytes < totalBytes * LEAST_FREE,
  CONNECTIONS_NEARLY_ALL: ({ database }) => database.connections > database.mostConnections * MOST_CONNECTIONS,
  MIGRATIONS_PENDING: ({ database }) => database.migrations.some((one) => !one.applied),
};

/** What somebody should look at, the gravest first. */
export function warningsOf(found: Findings): HealthWarning[] {
  return HEALTH_WARNINGS.filter((warning) => CHECKS[warning](found));
}

/** Whether work's hour passed so long ago that nobody can be at it. */
export function isLate(nextRunAt: Date, now: Date): boolean {
  return now.getTime() - nextRunAt.getTime() > PATIENCE_MS;
}
