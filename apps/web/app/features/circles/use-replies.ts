import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { MoreCircleRepliesDocument, type CirclePostFactsFragment, type CircleRepliesFragment } from '~/graphql/generated/documents';

/** The replies to a post on the screen: the first page, which the loader brings, and the further ones that the reader opened. */
export function useReplies({ id, replies: first }: CirclePostFactsFragment) {
  const complain = useComplaint();
  const [further, setFurther] = useState<CircleRepliesFragment | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (after: string | null | undefined, before: CircleRepliesFragment['nodes']) => {
    setBusy(true);
    try {
      const { circlePost } = await mutate(MoreCircleRepliesDocument, { id, after });
      if (circlePost) setFurther({ ...circlePost.replies, nodes: [...before, ...circlePost.replies.nodes] });
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  // Something was written, reworded or taken back: what was opened is read anew too.
  useEffect(() => {
    if (further) void open(first.pageInfo.endCursor, []);
  }, [first]);
  const { pageInfo } = further ?? first;
  return {
    nodes: [...first.nodes, ...(further?.nodes ?? [])],
    hasMore: pageInfo.hasNextPage,
    busy,
    more: () => open(pageInfo.endCursor, further?.nodes ?? []),
  };
}
