import type { ReportCategory } from '../reports/report.category.js';

/** How bad it would be, were it true: from 1 to 5. */
export const SEVERITY: Readonly<Record<ReportCategory, number>> = {
  ILLEGAL_CONTENT: 5,
  HATE: 4,
  PRIVATE_DATA: 4,
  HARASSMENT: 4,
  IMPERSONATION: 3,
  MANIPULATION: 3,
  SPAM: 2,
  UNDISCLOSED_ADVERTISING: 2,
  OFF_TOPIC: 1,
};

/** Of what nobody reported: held texts, disputes, contests, suspected votes. Somebody waits for an answer. */
export const SEVERITY_UNREPORTED = 2;

/** An item that waits so long doubles its priority, and so on: nothing waits behind fresh ones for ever. */
export const DOUBLES_EVERY_HOURS = 24;

/** Of several categories the worst. */
export function severityOf(categories: readonly ReportCategory[]): number {
  return categories.length === 0 ? SEVERITY_UNREPORTED : Math.max(...categories.map((category) => SEVERITY[category]));
}

/** The category that makes the severity; null where nobody reported. */
export function worstOf(categories: readonly ReportCategory[]): ReportCategory | null {
  return categories.reduce<ReportCategory | null>((worst, one) => (worst && SEVERITY[worst] >= SEVERITY[one] ? worst : one), null);
}

/** 1 + log2(1 + supporters + comments): ten times as many people are some three steps more. */
export function reachOf({ supporters, comments }: { readonly supporters: number; readonly comments: number }): number {
  return 1 + Math.log2(1 + Math.max(0, supporters) + Math.max(0, comments));
}

/** 1 + what its reports weigh together. */
export function reportFactorOf(together: number): number {
  return 1 + together;
}

/** 2 ^ (hours / 24). */
export function waitingOf(openedAt: Date, now: Date): number {
  const hours = Math.max(0, now.getTime() - openedAt.getTime()) / 3_600_000;
  return 2 ** (hours / DOUBLES_EVERY_HOURS);
}

/** What an item's place in the queue comes from. */
export interface PriorityFactors {
  readonly severity: number;
  readonly reach: number;
  readonly reportWeight: number;
  readonly openedAt: Date;
}

/**
 * severity × reach × report weight × waiting. Since waiting doubles at the same pace for all, time passing changes no order: the queue is
 * kept in the order of log2(severity × reach × report weight) − opened_at in days (`review_items.rank`), and pages stay what they are.
 */
export function priorityOf({ severity, reach, reportWeight, openedAt }: PriorityFactors, now: Date): number {
  return severity * reach * reportWeight * waitingOf(openedAt, now);
}
