import { useCallback, useEffect, useRef, useState } from 'react';
import { mutate } from '~/data/mutate';
import { MyVotesLeftDocument } from '~/graphql/generated/documents';
import { useCommunity } from '~/shell/use-root';

/** From here on they are worth a word. */
const FEW = 5;

export interface VotesLeft {
  /** Votes left of today; null while there are more than a few, or any number. */
  readonly few: number | null;
  /** To be told of each vote that was taken or refused: answers with what is left then, null as `few`. */
  recount(voted: boolean): Promise<number | null>;
}

/** How many votes the reader's level leaves them today: counted here while there are many, asked while there are few. */
export function useVotesLeft(): VotesLeft {
  const { community: { slug }, membership } = useCommunity()!;
  const told = membership?.rights ?? null;
  const counted = useRef(told?.votesLeft ?? null);
  const [few, setFew] = useState(() => fewOf(told?.votesLeft ?? null));
  const keep = useCallback((left: number | null) => {
    counted.current = left;
    setFew(fewOf(left));
    return fewOf(left);
  }, []);
  useEffect(() => void keep(told?.votesLeft ?? null), [told, keep]);
  const recount = useCallback<VotesLeft['recount']>(async (voted) => {
    if (counted.current === null) return null;
    const left = Math.max(0, counted.current - Number(voted));
    if (left > FEW) return keep(left);
    return mutate(MyVotesLeftDocument, { slug }).then(({ viewer }) => keep(viewer?.membership?.rights?.votesLeft ?? null), () => keep(left));
  }, [slug, keep]);
  return { few, recount };
}

function fewOf(left: number | null): number | null {
  return left !== null && left <= FEW ? left : null;
}
