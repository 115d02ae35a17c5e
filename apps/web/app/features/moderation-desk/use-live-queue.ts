import { useEffect, useEffectEvent } from 'react';
import { ReviewQueueChangedDocument, type ReviewRowFragment } from '~/graphql/generated/documents';
import { listenTo } from '../live/listen-to';

interface Listener {
  /** An item was opened, reported again, claimed, noted or decided, by whomever. */
  learn(row: ReviewRowFragment): void;
  /** The line was cut and is back. */
  caughtUp(): void;
}

/** Hears what changes in the queue while the desk stands open. */
export function useLiveQueue(community: string, listener: Listener): void {
  const learn = useEffectEvent((row: ReviewRowFragment) => listener.learn(row));
  const caughtUp = useEffectEvent(() => listener.caughtUp());
  useEffect(
    () => listenTo(ReviewQueueChangedDocument, { community }, { news: ({ reviewQueueChanged }) => learn(reviewQueueChanged), caughtUp: () => caughtUp() }),
    [community],
  );
}
