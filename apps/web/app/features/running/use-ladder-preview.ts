import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { LadderPreviewDocument, type LadderPreviewQuery } from '~/graphql/generated/documents';

export type LadderPreview = NonNullable<LadderPreviewQuery['ladderPreview']>;
type Ladder = readonly { support: number; days: number }[];

const PAUSE_MS = 400;

/** What another ladder would do to the ideas of today, asked once the typing pauses; null while nobody knows. */
export function useLadderPreview(slug: string, ladder: Ladder | null): LadderPreview | null {
  const wanted = ladder && JSON.stringify(ladder);
  const [known, setKnown] = useState<{ ladder: string; preview: LadderPreview | null } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const keep = (preview: LadderPreview | null) => setKnown({ ladder: wanted, preview });
      mutate(LadderPreviewDocument, { slug, ladder: JSON.parse(wanted) as { support: number; days: number }[] }, stop.signal).then(
        ({ ladderPreview }) => keep(ladderPreview),
        () => stop.signal.aborted || keep(null),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [slug, wanted]);
  return known !== null && known.ladder === wanted ? known.preview : null;
}
