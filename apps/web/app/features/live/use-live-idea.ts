import { useEffect, useEffectEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { listenToIdea, type IdeaNews } from './live-idea';

/** What makes a page differ from its text or state on the server; counts are shown without asking. */
interface Shown {
  readonly id: string;
  readonly status: string;
  readonly editedAt: string | null;
  readonly officialResponse: { readonly id: string } | null;
}

/**
 * The newest counts of an idea, and whether its text, status or answer changed since the page was loaded. Such changes are
 * offered, not forced on somebody in the middle of a sentence.
 */
export function useLiveIdea(idea: Shown) {
  const [news, setNews] = useState<IdeaNews | null>(null);
  const { revalidate } = useRevalidator();
  const caughtUp = useEffectEvent(() => void revalidate());
  useEffect(() => {
    setNews(null);
    return whenIdle(() => listenToIdea(idea.id, { news: setNews, caughtUp }));
  }, [idea.id]);
  return { news, changed: news !== null && isOther(news, idea) };
}

function isOther(news: IdeaNews, shown: Shown): boolean {
  return (
    news.status !== shown.status ||
    news.editedAt !== shown.editedAt ||
    news.officialResponse?.id !== shown.officialResponse?.id
  );
}

/** Runs it once the page has settled; the returned function cancels or undoes it. */
function whenIdle(start: () => () => void): () => void {
  let undo = () => {};
  const timer = setTimeout(() => {
    undo = start();
  }, 1_500);
  return () => {
    clearTimeout(timer);
    undo();
  };
}
