import { useState } from 'react';
import { useLocation } from 'react-router';
import type { IdeaCardFragment } from '~/graphql/generated/documents';
import { feedMemory, joinPages, type MorePages } from './feed-memory';

export interface IdeaPage {
  readonly nodes: readonly IdeaCardFragment[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export type FetchPage = (after: string) => Promise<IdeaPage>;

/** The cursor of the page after this one, or null. */
export function nextOf(page: Pick<IdeaPage, 'pageInfo'>): string | null {
  return page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
}

/** A list that grows in place: the loader's page and those opened since, kept for when the reader comes back. */
export function useMore(first: IdeaPage, fetchPage: FetchPage) {
  const { key } = useLocation();
  const [more, setMore] = useState<MorePages>(() => feedMemory.get(key) ?? { ideas: [], next: nextOf(first) });
  const [phase, setPhase] = useState<'resting' | 'loading' | 'failed'>('resting');
  const next = more.ideas.length > 0 ? more.next : nextOf(first);
  const load = async () => {
    if (!next || phase === 'loading') return null;
    setPhase('loading');
    try {
      const page = await fetchPage(next);
      const grown = { ideas: joinPages(more.ideas, page.nodes), next: nextOf(page) };
      feedMemory.set(key, grown);
      setMore(grown);
      setPhase('resting');
      return page.nodes;
    } catch {
      setPhase('failed');
      return null;
    }
  };
  return { ideas: joinPages(first.nodes, more.ideas), next, phase, load };
}
