import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { SimilarIdeasDocument, type SimilarIdeasQuery } from '~/graphql/generated/documents';

export type Similar = NonNullable<SimilarIdeasQuery['community']>['similarIdeas'][number]['idea'];

/** A title shorter than this resembles everything. */
const WORTH_ASKING = 6;
const PAUSE_MS = 350;

/** Ideas like the one being written, asked for when the typing pauses; null while there is nothing to compare. */
export function useSimilar(community: string, title: string): readonly Similar[] | null {
  const [found, setFound] = useState<readonly Similar[] | null>(null);
  const asked = title.trim();
  useEffect(() => {
    if (asked.length < WORTH_ASKING) return setFound(null);
    const stop = new AbortController();
    const timer = setTimeout(() => void ask(community, asked, stop.signal).then((ideas) => ideas && setFound(ideas)), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [community, asked]);
  return found;
}

/** A hint, not a duty: when it cannot be had the writing goes on. */
async function ask(slug: string, title: string, signal: AbortSignal): Promise<Similar[] | null> {
  try {
    const { community } = await mutate(SimilarIdeasDocument, { slug, title }, signal);
    return community?.similarIdeas.map(({ idea }) => idea) ?? [];
  } catch {
    return null;
  }
}
