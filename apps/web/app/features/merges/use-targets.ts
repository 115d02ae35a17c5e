import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { MergePreviewDocument, type MergePreviewQuery, type MergeSideFragment, MergeSuggestionsDocument, MergeTargetsDocument } from '~/graphql/generated/documents';

const WORTH_ASKING = 2;
const PAUSE_MS = 300;

/** What a search finds (null while nothing is searched) and, before, what looks like the same. The idea itself and duplicates are none. */
export function useTargets(slug: string, ideaId: string, search: string) {
  const [found, setFound] = useState<readonly MergeSideFragment[] | null>(null);
  const [suggested, setSuggested] = useState<readonly MergeSideFragment[]>([]);
  const asked = search.trim();
  useEffect(() => quietly((stop) => mutate(MergeSuggestionsDocument, { id: ideaId }, stop), ({ idea }) => {
    const sides = (idea?.duplicateSuggestions ?? []).flatMap((pair) => [pair.idea, pair.other]);
    setSuggested(sides.flatMap((side) => (side && side.id !== ideaId ? [side] : [])));
  }), [ideaId]);
  useEffect(() => {
    if (asked.length < WORTH_ASKING) return setFound(null);
    return quietly(
      (stop) => mutate(MergeTargetsDocument, { slug, search: asked }, stop),
      ({ community }) => setFound((community?.ideas.nodes ?? []).filter((one) => one.id !== ideaId && one.status !== 'MERGED')),
      PAUSE_MS,
    );
  }, [slug, ideaId, asked]);
  return { found, suggested };
}

type Preview = NonNullable<NonNullable<MergePreviewQuery['idea']>['mergePreview']>;

/** What a merge would come to; null until it is known. */
export function usePreview(id: string, target: string): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => quietly((stop) => mutate(MergePreviewDocument, { id, target }, stop), ({ idea }) => setPreview(idea?.mergePreview ?? null)), [id, target]);
  return preview;
}

/** Asks after a pause, unless something else is asked meanwhile. A hint, not a duty: when it cannot be had the work goes on. @returns what stops it */
function quietly<R>(ask: (stop: AbortSignal) => Promise<R>, use: (answer: R) => void, pauseMs = 0): () => void {
  const stop = new AbortController();
  const timer = setTimeout(() => ask(stop.signal).then((answer) => !stop.signal.aborted && use(answer)).catch(() => undefined), pauseMs);
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
