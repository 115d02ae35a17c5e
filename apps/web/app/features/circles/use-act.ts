import { mutate } from '~/data/mutate';
import { useAct as useAnyAct } from '~/data/use-act';
import type { TypedDocument } from '~/graphql/generated/documents';
import { useVoting } from '../voting/voting-provider';

/**
 * Sends a change and shows the page as it is then. Who is not signed in or no member is asked to come in; any other refusal is
 * kept for a form and said in a toast.
 */
export function useAct() {
  const voting = useVoting();
  const { act: any, busy, problem } = useAnyAct({ aloud: true });
  const act = async <R, I>(document: TypedDocument<R, { input: I }>, input: I, done?: string): Promise<R | null> => {
    if (!voting.pass({ kind: 'talk' })) return null;
    return (await any(() => mutate(document, { input }), done))?.answer ?? null;
  };
  return { act, busy, problem };
}
