import { Problem } from '@fanfare/kernel';
import type { Rung } from './community.row.js';

export type Step = Omit<Rung, 'position'>;

/** What a community starts with: 100 supporters within 60 days, 1,000 in 365 more, 5,000 in 182 more, 10,000 in 182 more. */
export const DEFAULT_LADDER: readonly Step[] = [
  { support: 100, days: 60 },
  { support: 1_000, days: 365 },
  { support: 5_000, days: 182 },
  { support: 10_000, days: 182 },
];

export const MOST_RUNGS = 10;
const MOST_DAYS = 3650;
const MOST_SUPPORT = 100_000_000;

/** Rungs numbered from 1. @throws Problem `INVALID_INPUT` unless there are 1 to 10 and each asks more support than the one before. */
export function ladderFrom(steps: readonly Step[]): Rung[] {
  if (steps.length < 1 || steps.length > MOST_RUNGS) throw new Problem('INVALID_INPUT', { field: 'ladder', max: MOST_RUNGS });
  return steps.map(({ support, days }, at) => {
    const position = at + 1;
    const above = at === 0 || support > steps[at - 1]!.support;
    if (!above || !within(support, MOST_SUPPORT)) throw new Problem('INVALID_INPUT', { field: 'ladder.support', position });
    if (!within(days, MOST_DAYS)) throw new Problem('INVALID_INPUT', { field: 'ladder.days', position });
    return { position, support, days };
  });
}

function within(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
