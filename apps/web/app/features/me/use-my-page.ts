import { mutate } from '~/data/mutate';
import { MeDocument } from '~/graphql/generated/documents';
import { useCommunity } from '~/shell/use-root';
import { pagePath } from '../paths';
import { formatMe, variablesOf, type MeTab } from './me-state';
import type { MyThings } from './me.server';

/** How a tab of one's own page goes on: by asking again, or by link. */
export function useMyPage(tab: MeTab) {
  const slug = useCommunity()!.community.slug;
  return {
    fetchMine: async (after: string): Promise<MyThings> => (await mutate(MeDocument, variablesOf(slug, { tab, after }))).viewer!,
    hrefOf: (after: string) => pagePath(slug, 'me') + formatMe({ tab, after }),
  };
}

/** Stands for a list that was not asked for. */
export const NOTHING = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
