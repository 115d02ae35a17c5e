import { useRef, useState } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import type { TypedDocument } from '~/graphql/generated/documents';

/**
 * Sends a change that makes something. Sent again unchanged, after a lost connection for instance, it keeps its key and is
 * done once; with another text it is another change.
 */
export function useSend<R, I extends object>(document: TypedDocument<R, { input: I & { idempotencyKey?: string | null } }>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const last = useRef({ input: '', key: '' });
  const send = async (input: I): Promise<R | ProblemFacts> => {
    const text = JSON.stringify(input);
    if (last.current.input !== text) last.current = { input: text, key: newIdempotencyKey() };
    setBusy(true);
    setProblem(null);
    try {
      return await mutate(document, { input: { ...input, idempotencyKey: last.current.key } });
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused);
      return refused;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}

/** True for what `send` answers when it was refused. */
export function isRefused(answer: object): answer is ProblemFacts {
  return 'code' in answer;
}
