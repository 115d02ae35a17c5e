import type { DemoIdea } from './content/index.js';

/** A month or quarter by its first day. */
export interface DemoEstimate {
  readonly from: string;
  readonly precision: 'MONTH' | 'QUARTER';
}

const MONTHS_AHEAD = 2;

/** When the demo's brand expects what it plans (a quarter, the more wanted the sooner) and works on (a month). */
export function estimateOf(idea: DemoIdea, now: Date): DemoEstimate | null {
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth();
  if (idea.status === 'IN_PROGRESS') return { from: firstOf(months + MONTHS_AHEAD + (idea.votes % 3)), precision: 'MONTH' };
  if (idea.status !== 'PLANNED') return null;
  const quarter = Math.floor(months / 3) + (idea.votes > 200 ? 2 : 3);
  return { from: firstOf(quarter * 3), precision: 'QUARTER' };
}

/** @param months counted from the year 0 */
function firstOf(months: number): string {
  return new Date(Date.UTC(Math.floor(months / 12), months % 12, 1)).toISOString().slice(0, 10);
}
