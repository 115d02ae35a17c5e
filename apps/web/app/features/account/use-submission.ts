import { useCallback, useRef, useState, type FormEvent } from 'react';
import { asProblem, type ProblemFacts } from '~/data/problem';

/**
 * A form that posts to the API: busy while it does, a problem when it is refused, and never sent twice at once.
 * @param send gets the form's values; what it throws becomes the problem
 */
export function useSubmission(send: (values: Record<string, string>) => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const running = useRef(false);
  const run = useCallback(async (values: Record<string, string>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await send(values);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, [send]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)].map(([key, value]) => [key, String(value)]);
    void run(Object.fromEntries(entries) as Record<string, string>);
  };
  return { busy, problem, onSubmit, run };
}

/** The problem's sentence goes to the field it is about, the rest above the button. */
export function problemFor(problem: ProblemFacts | null, codes: readonly ProblemFacts['code'][]): ProblemFacts | null {
  return problem && codes.includes(problem.code) ? problem : null;
}
