import { useEffect, useRef, useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { ReviewItemPageDocument, type ReviewRowFragment } from '~/graphql/generated/documents';
import type { ReviewItem } from './moderation-desk.server';

const GONE: ProblemFacts = { code: 'NOT_FOUND', params: {} };

export type OpenItem = ReturnType<typeof useReviewItem>;

/** The item that stands open. What was looked at before is there at once, and asked for again behind it. */
export function useReviewItem(id: string | null, loaded: ReviewItem | null) {
  const [known, setKnown] = useState<ReadonlyMap<string, ReviewItem>>(new Map(loaded ? [[loaded.id, loaded]] : []));
  const [problems, setProblems] = useState<ReadonlyMap<string, ProblemFacts>>(new Map(id && !loaded ? [[id, GONE]] : []));
  const asked = useRef(id);

  const keep = (item: ReviewItem) => setKnown((before) => new Map(before).set(item.id, item));
  const ask = async (wanted: string, signal?: AbortSignal) => {
    try {
      const { reviewItem } = await mutate(ReviewItemPageDocument, { id: wanted }, signal);
      setProblems((before) => withEntry(before, wanted, reviewItem ? null : GONE));
      if (reviewItem) keep(reviewItem);
    } catch (error) {
      if (!signal?.aborted) setProblems((before) => withEntry(before, wanted, asProblem(error)));
    }
  };
  useEffect(() => {
    const before = asked.current;
    asked.current = id;
    if (!id || before === id) return;
    const under = new AbortController();
    void ask(id, under.signal);
    return () => under.abort();
  }, [id]);

  const item = (id && known.get(id)) || null;
  return {
    item,
    problem: (id && !item && problems.get(id)) || null,
    again: () => (id ? ask(id) : Promise.resolve()),
    change: keep,
    /** What a mutation or a message said about its row: less than an item knows. */
    learn: ({ id: about, state, claim, decidedAt, changedAt }: ReviewRowFragment) =>
      setKnown((before) => {
        const one = before.get(about);
        return one ? new Map(before).set(about, { ...one, state, claim, decidedAt, changedAt }) : before;
      }),
  };
}

function withEntry(before: ReadonlyMap<string, ProblemFacts>, id: string, problem: ProblemFacts | null): ReadonlyMap<string, ProblemFacts> {
  const after = new Map(before);
  if (problem) after.set(id, problem);
  else after.delete(id);
  return after;
}
