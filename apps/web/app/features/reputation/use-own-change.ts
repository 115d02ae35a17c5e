import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import type { TypedDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';

/** Sends a change of one's own things and shows the page as it is then. What is refused is kept for a form and said in a toast. */
export function useOwnChange<R, I>(document: TypedDocument<R, { input: I }>) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const send = async (input: I, done: string): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await mutate(document, { input });
      toast(done, { tone: 'good' });
      await revalidate();
      return true;
    } catch (error) {
      const facts = asProblem(error);
      setProblem(facts);
      toast(problemText(t, facts), { tone: 'bad' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
