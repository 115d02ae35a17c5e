import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { ReviewQueueDocument, type ReviewRowFragment } from '~/graphql/generated/documents';
import type { QueuePage } from './moderation-desk.server';
import { filterOf, type QueueState } from './queue-state';

export type Queue = ReturnType<typeof useQueue>;

/**
 * The rows of a list as they are now. News change a row where it stands; what is new waits until it is asked for, so that
 * nothing moves under somebody's hand.
 */
export function useQueue(slug: string, state: QueueState, first: QueuePage) {
  const [pages, setPages] = useState<readonly QueuePage[]>([first]);
  const [changed, setChanged] = useState<ReadonlyMap<string, ReviewRowFragment>>(new Map());
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const { busy, ask } = useAsking(slug, state);
  const rows = unique(pages).map((row) => changed.get(row.id) ?? row);
  const last = pages.at(-1)!.pageInfo;

  const more = async () => {
    const page = await ask(last.endCursor);
    if (page) setPages((before) => [...before, page]);
  };
  /** From its beginning again, with what is new. */
  const refresh = async () => {
    const page = await ask(null);
    if (!page) return;
    setPages([page]);
    setChanged(new Map());
    setFresh(new Set());
  };
  const change = (row: ReviewRowFragment) => setChanged((before) => new Map(before).set(row.id, row));
  const learn = (row: ReviewRowFragment) => {
    if (rows.some(({ id }) => id === row.id)) change(row);
    else if (mayBelong(state, row)) setFresh((before) => new Set(before).add(row.id));
  };
  return { rows, busy, hasMore: last.hasNextPage, fresh: fresh.size, more, refresh, change, learn };
}

function useAsking(slug: string, state: QueueState) {
  const complain = useComplaint();
  const [busy, setBusy] = useState(false);
  const ask = async (after: string | null): Promise<QueuePage | null> => {
    setBusy(true);
    try {
      return (await mutate(ReviewQueueDocument, { slug, after, filter: filterOf(state) })).community!.reviewQueue;
    } catch (error) {
      complain(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, ask };
}

/** As far as can be told without asking: words and appeals only the API knows. */
function mayBelong({ tab, kind, category, mine, search }: QueueState, row: ReviewRowFragment): boolean {
  if (mine || search || tab === 'appeals') return false;
  const states = { waiting: ['OPEN', 'PROPOSED'], second: ['PROPOSED'], decided: ['DECIDED'] }[tab];
  return states.includes(row.state) && (!kind || kind === row.subjectKind) && (!category || row.categories.includes(category));
}

function unique(pages: readonly QueuePage[]): ReviewRowFragment[] {
  return [...new Map(pages.flatMap(({ nodes }) => nodes).map((row) => [row.id, row])).values()];
}
