/**
 * A vote that waits for its voter to sign in or join. It is kept in this tab only, and for half an hour: a link must never
 * be able to cast a vote, and nobody should find one cast that they forgot.
 */
export interface VoteIntent {
  readonly idea: string;
  readonly title: string;
  /** Slug. */
  readonly community: string;
  /** ms since 1970 */
  readonly at: number;
}

const KEY = 'fanfare.vote-intent';
const KEPT_MS = 30 * 60_000;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function keepIntent(store: Store, intent: VoteIntent): void {
  try {
    store.setItem(KEY, JSON.stringify(intent));
  } catch {
    // A browser that keeps nothing asks again after signing in.
  }
}

/** The waiting vote of a community, if it is still fresh. */
export function readIntent(store: Store, community: string, now: number): VoteIntent | null {
  try {
    const intent = JSON.parse(store.getItem(KEY) ?? 'null') as VoteIntent | null;
    if (!intent || intent.community !== community || typeof intent.idea !== 'string') return null;
    return now - intent.at <= KEPT_MS ? intent : null;
  } catch {
    return null;
  }
}

export function dropIntent(store: Store): void {
  try {
    store.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
