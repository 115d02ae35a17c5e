import type { DemoCommunity, DemoIdea } from './content/index.js';

export interface PlannedMove {
  readonly from: string;
  readonly to: string;
  readonly daysAgo: number;
  /** What staff say, and who; null for the system's own move. */
  readonly response: { readonly author: string; readonly body: string } | null;
}

/** An idea that was delivered was planned first: what the brand said then. */
const PLANNED = {
  en: 'We like this one, and so do you. It is on our plan now; we will say here how it goes.',
  fr: 'Cette idée nous plaît autant qu’à vous. Elle entre dans notre plan ; nous raconterons la suite ici.',
} as const;

const DAYS_TO_MISS_A_DEADLINE = 60;

/** The moves that brought an idea from OPEN to where it is, along the table of the domain. */
export function planMoves(community: DemoCommunity, idea: DemoIdea): PlannedMove[] {
  if (idea.status === 'OPEN') return [];
  if (idea.status === 'EXPIRED') return [{ from: 'OPEN', to: 'EXPIRED', daysAgo: idea.daysAgo - DAYS_TO_MISS_A_DEADLINE, response: null }];
  const { author, body, daysAgo } = idea.response!;
  const last = { to: idea.status, daysAgo, response: { author, body } };
  if (idea.status !== 'DELIVERED' && idea.status !== 'IN_PROGRESS') return [{ from: 'OPEN', ...last }];
  const planned = { author, body: PLANNED[community.locale] };
  const plannedDaysAgo = daysAgo + (idea.daysAgo - daysAgo) * 0.5;
  return [
    { from: 'OPEN', to: 'PLANNED', daysAgo: plannedDaysAgo, response: planned },
    { from: 'PLANNED', ...last },
  ];
}
