import type { DemoIdea } from './demo-content.types.js';

/** What happened in a demo community beside its ideas: merges, a survey, and the first days of the fan whom visitors play. */
export interface DemoMoments {
  /** Ideas that were merged into one of the community. */
  readonly duplicates: readonly DemoDuplicate[];
  readonly survey: DemoSurvey;
  /** Handles of people who show a picture of their own. */
  readonly portraits: readonly string[];
  readonly newcomer: DemoNewcomer;
}

export interface DemoDuplicate {
  /** As it was while it was open. */
  readonly idea: DemoIdea;
  /** Key of what it is a duplicate of. */
  readonly into: string;
  /** Plain text, in public. */
  readonly note: string;
  readonly mergedDaysAgo: number;
  /** What its author said against it, and how a moderator decided: it stays merged. */
  readonly contest?: { readonly reason: string; readonly daysAgo: number; readonly decision: string; readonly decidedDaysAgo: number };
}

/** What supporters of some ideas answered when they were asked whether they would buy. */
export interface DemoSurvey {
  /** Keys of open ideas that reached the first rung. */
  readonly ideas: readonly { readonly key: string; readonly lowest: number; readonly highest: number }[];
  readonly currency: string;
  readonly forWhom: readonly string[];
}

/** The first days of `robin`. */
export interface DemoNewcomer {
  readonly follows: { readonly ideas: readonly string[]; readonly members: readonly string[]; readonly categories: readonly string[] };
  /** A comment of theirs, and who replied. */
  readonly comment: { readonly idea: string; readonly body: string; readonly daysAgo: number; readonly reply: { readonly author: string; readonly body: string; readonly daysAgo: number } };
  /** A further word of the brand on an idea they follow. */
  readonly answer: { readonly idea: string; readonly author: string; readonly body: string; readonly daysAgo: number };
  /** Who follows them. */
  readonly follower: string;
}
