import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { ReviewsWaitingDocument } from '~/graphql/generated/documents';
import { useCommunity } from './use-root';

/** Asked again on the way to another page, but not more often than this. */
const FRESH_MS = 30_000;

let known: { slug: string; open: number; at: number } | null = null;

/** Whether the reader moderates the community of the current page. */
export function useModerates(): boolean {
  return useCommunity()?.roles.includes('MODERATOR') ?? false;
}

/** How many items wait for moderators here; null until that is known, and for everybody else. */
export function useReviewsWaiting(): number | null {
  const { community: { slug } } = useCommunity()!;
  const moderates = useModerates();
  const { key } = useLocation();
  const [shown, setShown] = useState<typeof known>(null);
  useEffect(() => {
    if (!moderates) return;
    let wanted = true;
    const fresh = known?.slug === slug && Date.now() - known.at < FRESH_MS;
    if (fresh) setShown(known);
    else void ask(slug).then((answer) => answer && wanted && setShown((known = answer)));
    return () => {
      wanted = false;
    };
  }, [slug, moderates, key]);
  return moderates && shown?.slug === slug ? shown.open : null;
}

/** Who cannot ask shows no number. */
async function ask(slug: string): Promise<typeof known> {
  try {
    const { community } = await mutate(ReviewsWaitingDocument, { slug });
    return community?.reviewWorkload ? { slug, open: community.reviewWorkload.open, at: Date.now() } : null;
  } catch {
    return null;
  }
}
