/** What of a standing can be counted on its member's public profile too. */
export interface CountedStanding {
  readonly score: number;
  readonly months: number;
  readonly heldVotes: number;
  readonly merits: readonly { readonly rule: string; readonly times: number }[];
  readonly topics: readonly { readonly category: string; readonly ideas: number }[];
}

const STEPS = [500, 200, 100, 50, 20, 10, 5, 2, 1];

/** As a blind panel reads it: rough enough that nobody finds the profile with these very counts. */
export function blurred<Standing extends CountedStanding>(standing: Standing): Standing {
  return {
    ...standing,
    score: Math.round(standing.score / 10) * 10,
    months: standing.months - (standing.months % 6),
    heldVotes: rough(standing.heldVotes),
    merits: sorted(standing.merits.map((merit) => ({ ...merit, times: rough(merit.times) })), ({ times }) => times, ({ rule }) => rule),
    topics: sorted(standing.topics.map((topic) => ({ ...topic, ideas: rough(topic.ideas) })), ({ ideas }) => ideas, ({ category }) => category),
  };
}

/** The step at or below a count. */
function rough(count: number): number {
  return STEPS.find((step) => step <= count) ?? 0;
}

/** Their order does not say what their counts no longer do. */
function sorted<One>(all: readonly One[], count: (one: One) => number, name: (one: One) => string): One[] {
  return [...all].sort((a, b) => count(b) - count(a) || (name(a) < name(b) ? -1 : 1));
}
