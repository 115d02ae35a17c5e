import { useRouteLoaderData } from 'react-router';
import type { loader as rootLoader } from '~/root';
import type { loader as communityLoader } from '~/routes/community-layout';

type RootData = NonNullable<ReturnType<typeof useRouteLoaderData<typeof rootLoader>>>;
type CommunityData = Awaited<ReturnType<typeof communityLoader>>;

/** What every page knows: session, language, deployment. On an error page of the root it is undefined. */
export function useRoot(): RootData | undefined {
  return useRouteLoaderData<typeof rootLoader>('root');
}

/** The person's account; null when signed out. */
export function useViewer(): NonNullable<RootData['viewer']> | null {
  return useRoot()?.viewer ?? null;
}

/** The community of the current page with the viewer's membership in it; undefined outside `/c/:slug`. */
export function useCommunity(): CommunityData | undefined {
  return useRouteLoaderData<typeof communityLoader>('routes/community-layout');
}

/** Whether the reader answers ideas for the brand of the current page. */
export function useHasDesk(): boolean {
  const roles = useCommunity()?.roles ?? [];
  return roles.includes('OWNER') || roles.includes('BRAND_MANAGER');
}

/** Whether the reader serves or served as an ambassador here. */
export function useServed(): boolean {
  return (useCommunity()?.membership?.ambassadorTerms.length ?? 0) > 0;
}

/** Where to sign in and come back to `path`, having cast a vote if one was meant. */
export function signInPath(path: string, voteFor?: string): string {
  const query = new URLSearchParams({ to: path, ...(voteFor ? { then: `vote:${voteFor}` } : {}) });
  return `/sign-in?${query}`;
}
