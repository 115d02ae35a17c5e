import { useRef } from 'react';
import { asProblem, type ProblemFacts } from '~/data/problem';

/**
 * The nudge that a text came back with: sent along with the next wording, or with the same again, it says that the author has
 * thought about it.
 */
export function useRephrasing() {
  const nudge = useRef<string | null>(null);
  return {
    /** For an input's `rephrased`. */
    rephrased: () => nudge.current,
    /** What stopped the text, remembered. */
    stopped(error: unknown): ProblemFacts {
      const problem = asProblem(error);
      nudge.current = problem.code === 'REPHRASE' && typeof problem.params['nudge'] === 'string' ? problem.params['nudge'] : null;
      return problem;
    },
    done(): void {
      nudge.current = null;
    },
  };
}

/** Whether the text came back for another look, and goes out as it is when sent again. */
export function isNudged(problem: ProblemFacts | null): boolean {
  return problem?.code === 'REPHRASE';
}
