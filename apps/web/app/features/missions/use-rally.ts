import { useEffect, useEffectEvent, useState } from 'react';
import { RallyChangedDocument, type RallyFactsFragment } from '~/graphql/generated/documents';
import { useNow } from '~/shell/now';
import { listenTo } from '../live/listen-to';

/** After this a page that is still being read is told what happens; one that is only passed is not. */
const SETTLED_MS = 300;
/** Some take back what they did; long after the hour nothing moves any more. */
const LINGER_MS = 3_600_000;

/** The rally as it goes on. @param onMore somebody acted since */
export function useRally(mission: string, first: RallyFactsFragment, onMore?: () => void): RallyFactsFragment {
  const [told, setTold] = useState<{ of: RallyFactsFragment; rally: RallyFactsFragment } | null>(null);
  // What the page was loaded with again is newer than what was told before.
  const rally = told?.of === first ? told.rally : first;
  const hear = useEffectEvent((news: RallyFactsFragment) => {
    if (news.acted > rally.acted) onMore?.();
    setTold({ of: first, rally: news });
  });
  useEffect(() => {
    if (Date.parse(first.endsAt) + LINGER_MS < Date.now()) return;
    let stop = () => {};
    const timer = setTimeout(() => (stop = listenTo(RallyChangedDocument, { id: mission }, { news: ({ rallyChanged }) => hear(rallyChanged), caughtUp: () => {} })), SETTLED_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [mission, first.endsAt]);
  return rally;
}

/** The time, moving on every second; the server's while hydrating. */
export function useSeconds(): number {
  const start = useNow();
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now ?? start;
}
