import type { ReportCategory, ReviewFilter, ReviewSubjectKind } from '~/graphql/generated/documents';

/** What the address of the moderators' desk says: which list, of what, and which item is open. */

export const QUEUE_TABS = ['waiting', 'second', 'appeals', 'decided'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

export const SUBJECT_KINDS: readonly ReviewSubjectKind[] = ['IDEA', 'COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST', 'MEMBER', 'REPUTATION_ENTRY', 'MERGE', 'ENTRY', 'APPLICATION'];

export const CATEGORIES: readonly ReportCategory[] = [
  'SPAM', 'HARASSMENT', 'HATE', 'PRIVATE_DATA', 'OFF_TOPIC', 'UNDISCLOSED_ADVERTISING', 'MANIPULATION', 'IMPERSONATION', 'ILLEGAL_CONTENT',
];

export interface QueueState {
  readonly tab: QueueTab;
  readonly kind: ReviewSubjectKind | null;
  readonly category: ReportCategory | null;
  /** Only what the reader holds. */
  readonly mine: boolean;
  readonly search: string;
  /** Id of the item that stands open. */
  readonly item: string | null;
  /** On a phone: whether its decision is shown instead of itself. */
  readonly deciding: boolean;
}

export const FIRST_QUEUE: QueueState = { tab: 'waiting', kind: null, category: null, mine: false, search: '', item: null, deciding: false };

/** Reads an address; what it does not know counts as not said. */
export function parseQueue(params: URLSearchParams): QueueState {
  const item = /^[0-9a-f-]{36}$/i.exec(params.get('item') ?? '')?.[0] ?? null;
  return {
    tab: oneOf(QUEUE_TABS, params.get('tab')) ?? FIRST_QUEUE.tab,
    kind: oneOf(SUBJECT_KINDS, wordOf(params.get('kind'))),
    category: oneOf(CATEGORIES, wordOf(params.get('category'))),
    mine: params.get('mine') === '1',
    search: (params.get('q') ?? '').trim().slice(0, 200),
    item,
    deciding: item !== null && params.get('pane') === 'decision',
  };
}

/** The query string of a state, `''` for the plain queue. */
export function formatQueue(state: QueueState): string {
  const params = new URLSearchParams();
  if (state.tab !== FIRST_QUEUE.tab) params.set('tab', state.tab);
  if (state.kind) params.set('kind', inAddress(state.kind));
  if (state.category) params.set('category', inAddress(state.category));
  if (state.mine) params.set('mine', '1');
  if (state.search) params.set('q', state.search);
  if (state.item) params.set('item', state.item);
  if (state.item && state.deciding) params.set('pane', 'decision');
  const text = params.toString();
  return text && `?${text}`;
}

/** The same list with nothing open. */
export function listOf(state: QueueState): QueueState {
  return { ...state, item: null, deciding: false };
}

/** True when something hides items of the list. */
export function isNarrowed({ kind, category, mine, search }: QueueState): boolean {
  return kind !== null || category !== null || mine || search !== '';
}

/** The API's filter. */
export function filterOf({ tab, kind, category, mine, search }: QueueState): ReviewFilter {
  return {
    ...(tab === 'second' && { state: ['PROPOSED'] }),
    ...(tab === 'decided' && { state: ['DECIDED'] }),
    ...(tab === 'appeals' && { appeals: true }),
    ...(kind && { kind: [kind] }),
    ...(category && { category: [category] }),
    ...(mine && { claimedByViewer: true }),
    ...(search && { search }),
  };
}

/** `UNDISCLOSED_ADVERTISING` as `undisclosed-advertising`. */
export function inAddress(word: string): string {
  return word.toLowerCase().replaceAll('_', '-');
}

function wordOf(text: string | null): string | null {
  return text && text.toUpperCase().replaceAll('-', '_');
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((word) => word === value) ?? null;
}
