/** What the address of a feed says: which tab, which filters, where to go on reading. Slugs and lower-case words, no ids. */

export const FEED_TABS = ['trending', 'top', 'new', 'closing'] as const;
export type FeedTab = (typeof FEED_TABS)[number];

/** Statuses a reader can filter by, in the order an idea moves through them. */
export const FEED_STATUSES = [
  'open',
  'under-review',
  'planned',
  'in-progress',
  'delivered',
  'declined',
  'expired',
  'merged',
] as const;
export type FeedStatus = (typeof FEED_STATUSES)[number];

/** What a list shows when nobody asks for a status: what everybody may read, once. A duplicate lives on in another idea. */
export const LISTED_STATUSES = FEED_STATUSES.filter((status) => status !== 'merged').map(statusOf);

export interface FeedState {
  readonly tab: FeedTab;
  readonly status: FeedStatus | null;
  /** Slug of a category. */
  readonly category: string | null;
  /** Cursor of the page before; null on the first page. */
  readonly after: string | null;
}

export const FIRST_FEED: FeedState = { tab: 'trending', status: null, category: null, after: null };

const ORDERS = { trending: 'TRENDING', top: 'TOP', new: 'NEWEST', closing: 'CLOSING_SOON' } as const;

/** The API's word for a tab. */
export function orderOf(tab: FeedTab): (typeof ORDERS)[FeedTab] {
  return ORDERS[tab];
}

/** Reads an address; what it does not know counts as not said, so that an old or mistyped link still shows a feed. */
export function parseFeed(params: URLSearchParams): FeedState {
  return {
    tab: oneOf(FEED_TABS, params.get('tab')) ?? FIRST_FEED.tab,
    status: oneOf(FEED_STATUSES, params.get('status')),
    category: slugOf(params.get('category')),
    after: params.get('after') || null,
  };
}

/** The query string of a state, `''` for the plain feed; what is usual is left out, so that links stay short. */
export function formatFeed(state: FeedState): string {
  const params = new URLSearchParams();
  if (state.tab !== FIRST_FEED.tab) params.set('tab', state.tab);
  if (state.status) params.set('status', state.status);
  if (state.category) params.set('category', state.category);
  if (state.after) params.set('after', state.after);
  const text = params.toString();
  return text && `?${text}`;
}

/** A state with another tab or filter: always from the first page, since a cursor belongs to one list. */
export function changeFeed(state: FeedState, change: Partial<Omit<FeedState, 'after'>>): FeedState {
  return { ...state, ...change, after: null };
}

/** True when a filter hides ideas (the tab only orders them). */
export function isFiltered(state: FeedState): boolean {
  return state.status !== null || state.category !== null;
}

/** `under-review` for `UNDER_REVIEW`. */
export function statusWord<S extends string>(status: S): string {
  return status.toLowerCase().replaceAll('_', '-');
}

/** `UNDER_REVIEW` for `under-review`. */
export function statusOf<W extends FeedStatus>(word: W): StatusOf<W> {
  return word.toUpperCase().replaceAll('-', '_') as StatusOf<W>;
}

type StatusOf<W extends string> = W extends `${infer Head}-${infer Tail}` ? `${Uppercase<Head>}_${StatusOf<Tail>}` : Uppercase<W>;

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((word) => word === value) ?? null;
}

function slugOf(value: string | null): string | null {
  return value && /^[a-z0-9][a-z0-9-]{0,60}$/.test(value) ? value : null;
}
