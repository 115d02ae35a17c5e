import { useNavigate, useSearchParams } from 'react-router';
import { useCommunity } from '~/shell/use-root';
import { moderationPath } from '../paths';
import { formatQueue, parseQueue, type QueueState } from './queue-state';

/** The state of the desk in its address, and the ways to change it. */
export function useDeskState() {
  const navigate = useNavigate();
  const slug = useCommunity()!.community.slug;
  const state = parseQueue(useSearchParams()[0]);
  const pathOf = (change: Partial<QueueState>) => moderationPath(slug, formatQueue({ ...state, ...change }));
  const go = (change: Partial<QueueState>, replace: boolean) => void navigate(pathOf(change), { preventScrollReset: true, replace });
  return {
    slug,
    state,
    pathOf,
    go,
    /** From one item to another is no step to go back by. */
    open: (item: string) => go({ item, deciding: false }, state.item !== null),
    close: () => go({ item: null, deciding: false }, true),
  };
}

export type DeskPlace = ReturnType<typeof useDeskState>;
