import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { CommunityAddressDocument, type CommunityAddressQuery } from '~/graphql/generated/documents';

type Answer = CommunityAddressQuery['communityAddress'];

export type AddressState =
  | { readonly phase: 'empty' | 'checking' | 'unknown' | 'free' }
  | { readonly phase: 'taken' | 'invalid'; readonly suggestion: string | null };

const PAUSE_MS = 250;

/** Asks, once the typing pauses, whether a community could live at an address. */
export function useAddressCheck(slug: string): AddressState {
  const [answer, setAnswer] = useState<{ slug: string; found: Answer | null } | null>(null);
  useEffect(() => {
    if (!slug) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      mutate(CommunityAddressDocument, { slug }, stop.signal).then(
        ({ communityAddress }) => setAnswer({ slug, found: communityAddress }),
        () => stop.signal.aborted || setAnswer({ slug, found: null }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [slug]);
  if (!slug) return { phase: 'empty' };
  if (answer?.slug !== slug) return { phase: 'checking' };
  return stateOf(answer.found);
}

function stateOf(found: Answer | null): AddressState {
  if (!found) return { phase: 'unknown' };
  if (found.available) return { phase: 'free' };
  return { phase: found.reason === 'SLUG_TAKEN' ? 'taken' : 'invalid', suggestion: found.suggestion };
}
