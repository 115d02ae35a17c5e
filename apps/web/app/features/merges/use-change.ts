import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import type { TypedDocument } from '~/graphql/generated/documents';

/** Sends a change that is safe to send twice, and keeps what it was refused with. */
export function useChange<R, I>(document: TypedDocument<R, { input: I }>, done: (answer: R) => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const send = async (input: I) => {
    setBusy(true);
    setProblem(null);
    try {
      done(await mutate(document, { input }));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { send: (input: I) => void send(input), busy, problem };
}
