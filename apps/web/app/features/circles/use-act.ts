import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import type { TypedDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { useVoting } from '../voting/voting-provider';

/**
 * Sends a change and shows the page as it is then. Who is not signed in or no member is asked to come in; any other refusal is
 * kept for a form and said in a toast.
 */
export function useAct() {
  const t = useT();
  const toast = useToast();
  const voting = useVoting();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const act = async <R, I>(document: TypedDocument<R, { input: I }>, input: I, done?: string): Promise<R | null> => {
    if (!voting.pass({ kind: 'talk' })) return null;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await mutate(document, { input });
      if (done) toast(done, { tone: 'good' });
      await revalidate();
      return answer;
    } catch (error) {
      const facts = asProblem(error);
      setProblem(facts);
      toast(problemText(t, facts), { tone: 'bad' });
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, problem };
}
