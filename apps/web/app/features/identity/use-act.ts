import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { useToast } from '~/kit/toast';

/** Does something, says what came of it, and shows the page as it is then. */
export function useAct() {
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const act = async (send: () => Promise<unknown>, done: string): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await send();
      toast(done, { tone: 'good' });
      await revalidate();
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, act };
}
