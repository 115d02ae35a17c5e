/** Supporters of an idea who stand out together: a run of arrivals, or accounts that hardly do anything else. */
export interface Run {
  readonly idea: number;
  /** Rows of the votes in it. */
  readonly votes: readonly number[];
  /** How many of these would be there by the best honest explanation. */
  readonly expected: number;
  /** How far beyond chance: the greater the surer. */
  readonly logLikelihoodRatio: number;
}

/** One a ring: those of one idea that have votes in common become one. The surest first. */
export function mergedRuns(runs: readonly Run[]): Run[] {
  const merged = [...Map.groupBy(runs, (run) => run.idea).values()].flatMap(mergedOf);
  return merged.sort((a, b) => b.logLikelihoodRatio - a.logLikelihoodRatio || a.idea - b.idea);
}

function mergedOf(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const rows = new Set(run.votes);
    const same = merged.filter((other) => other.votes.some((row) => rows.has(row)));
    const all = [run, ...same];
    const votes = [...new Set(all.flatMap((one) => one.votes))].sort((a, b) => a - b);
    const most = (of: (one: Run) => number) => Math.max(...all.map(of));
    merged.splice(0, merged.length, ...merged.filter((other) => !same.includes(other)), {
      idea: run.idea, votes, expected: most((one) => one.expected), logLikelihoodRatio: most((one) => one.logLikelihoodRatio),
    });
  }
  return merged;
}
