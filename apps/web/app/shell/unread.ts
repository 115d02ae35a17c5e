import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { UnreadCountDocument } from '~/graphql/generated/documents';
import { useCommunity } from './use-root';

/** Asked again on the way to another page, but not more often than this, and while a page is looked at this seldom. */
const FRESH_MS = 10_000;
const LOOK_AGAIN_MS = 60_000;

let shown: { slug: string; count: number; at: number } | null = null;
const listeners = new Set<() => void>();

/** What the bell says from now on: after reading, say. */
export function setUnread(slug: string, count: number): void {
  shown = { slug, count, at: Date.now() };
  for (const listener of listeners) listener();
}

/** How many notifications the reader has not read here, up to 100; 0 for visitors and guests. */
export function useUnread(): number {
  const { community, membership, unreadCount } = useCommunity()!;
  const { slug } = community;
  const count = useSyncExternalStore(subscribe, () => (shown?.slug === slug ? shown.count : unreadCount), () => unreadCount);
  return membership ? count : 0;
}

/** Keeps the count true while pages come and go. Once on a page. */
export function useUnreadUpkeep(): void {
  const { community: { slug }, membership } = useCommunity()!;
  const { key } = useLocation();
  const member = membership?.id;
  useEffect(() => {
    if (!member) return;
    const look = () => {
      if (document.visibilityState === 'visible' && !(shown?.slug === slug && Date.now() - shown.at < FRESH_MS)) void ask(slug);
    };
    const soon = setTimeout(look, 1_000);
    const timer = setInterval(look, LOOK_AGAIN_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [slug, member, key]);
}

/** A bell that cannot ask keeps what it shows. */
async function ask(slug: string): Promise<void> {
  try {
    const { viewer } = await mutate(UnreadCountDocument, { community: slug });
    setUnread(slug, viewer?.unreadCount ?? 0);
  } catch {
    // the next look will tell
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
