import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { useToast } from '~/kit/toast';
import { asProblem, type ProblemFacts } from './problem';
import { useComplaint } from './use-complaint';

/**
 * Does something, says what came of it, and shows the page as it is then. What it was refused with is kept for a form;
 * `aloud` also says it in a toast, where the page has no place for it.
 *
 * @returns `act`, which answers with what was answered, or null when it was refused
 */
export function useAct({ aloud = false } = {}) {
  const toast = useToast();
  const complain = useComplaint();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const act = async <R>(send: () => Promise<R>, done?: string): Promise<{ readonly answer: R } | null> => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await send();
      if (done) toast(done, { tone: 'good' });
      await revalidate();
      return { answer };
    } catch (error) {
      setProblem(asProblem(error));
      if (aloud) complain(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, problem };
}
