import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { ClaimReviewDocument, ReleaseReviewDocument, type ReviewRowFragment } from '~/graphql/generated/documents';
import type { ReviewItem } from './moderation-desk.server';

/** As the API lends an item, five minutes; what it really says arrives a moment later. */
const LEASE_MS = 300_000;

/** Takes an item and leaves it, shown at once and put right when refused. */
export function useClaim(item: ReviewItem, learn: (row: ReviewRowFragment) => void) {
  const complain = useComplaint();
  const [busy, setBusy] = useState(false);
  const change = async (claim: ReviewItem['claim'], ask: () => Promise<ReviewRowFragment>) => {
    if (busy) return;
    setBusy(true);
    learn({ ...item, claim });
    try {
      learn(await ask());
    } catch (error) {
      learn(item);
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  const input = { item: item.id };
  return {
    busy,
    claim: () => change({ until: new Date(Date.now() + LEASE_MS).toISOString(), mine: true, by: null }, async () => (await mutate(ClaimReviewDocument, { input })).claimReview.item),
    release: () => change(null, async () => (await mutate(ReleaseReviewDocument, { input })).releaseReview.item),
  };
}

export type Claiming = ReturnType<typeof useClaim>;
