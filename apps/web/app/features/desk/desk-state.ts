import type { IdeaFilter, IdeaOrder, IdeaStatus, NeedsAnswerOrder } from '~/graphql/generated/documents';
import { statusOf, statusWord } from '../feed/feed-state';

/** What the address of the desk says: which view, in which order, of what, and which idea is being answered. */

export const DESK_TABS = ['waiting', 'board', 'all'] as const;
export type DeskTab = (typeof DESK_TABS)[number];

/** Orders of what waits, the usual one first. */
export const WAITING_ORDERS = ['support', 'longest', 'ladder'] as const;
/** Orders of everything, the usual one first. */
export const ALL_ORDERS = ['top', 'trending', 'new', 'closing'] as const;
export type WaitingOrder = (typeof WAITING_ORDERS)[number];
export type AllOrder = (typeof ALL_ORDERS)[number];

/** Columns of the board, in the order an idea moves through them. */
export const BOARD_COLUMNS = ['open', 'under-review', 'planned', 'in-progress', 'delivered', 'declined', 'expired'] as const;
export type ColumnWord = (typeof BOARD_COLUMNS)[number];

/** Cards of a column at first; more on demand. */
export const CARDS = 15;
/** Rows of a list at once. */
export const ROWS = 30;

export interface DeskState {
  readonly tab: DeskTab;
  /** Of what waits. */
  readonly waitingOrder: WaitingOrder;
  /** Of everything. */
  readonly allOrder: AllOrder;
  readonly status: ColumnWord | null;
  /** Slug of a category. */
  readonly category: string | null;
  readonly search: string;
  /** Cursor of the page before; null on the first. */
  readonly after: string | null;
  /** Id of the idea whose answer stands open. */
  readonly answer: string | null;
  /** Where that answer is meant to take it. */
  readonly to: ColumnWord | null;
}

export const FIRST_DESK: DeskState = { tab: 'waiting', waitingOrder: 'support', allOrder: 'top', status: null, category: null, search: '', after: null, answer: null, to: null };

const WAITING: Record<WaitingOrder, NeedsAnswerOrder> = { support: 'MOST_SUPPORT', longest: 'LONGEST_WAITING', ladder: 'LADDER_COMPLETED' };
const ALL: Record<AllOrder, IdeaOrder> = { top: 'TOP', trending: 'TRENDING', new: 'NEWEST', closing: 'CLOSING_SOON' };

/** Reads an address; what it does not know counts as not said. */
export function parseDesk(params: URLSearchParams): DeskState {
  const order = params.get('order');
  const tab = oneOf(DESK_TABS, params.get('tab')) ?? FIRST_DESK.tab;
  return {
    tab,
    waitingOrder: oneOf(WAITING_ORDERS, order) ?? FIRST_DESK.waitingOrder,
    allOrder: oneOf(ALL_ORDERS, order) ?? FIRST_DESK.allOrder,
    status: oneOf(statusesOf(tab), params.get('status')),
    category: /^[a-z0-9][a-z0-9-]{0,60}$/.exec(params.get('category') ?? '')?.[0] ?? null,
    search: (params.get('q') ?? '').trim().slice(0, 200),
    after: params.get('after') || null,
    answer: /^[0-9a-f-]{36}$/i.exec(params.get('answer') ?? '')?.[0] ?? null,
    to: oneOf(BOARD_COLUMNS, params.get('to')),
  };
}

/** The query string of a state, `''` for the plain desk. */
export function formatDesk(state: DeskState): string {
  const params = new URLSearchParams();
  if (state.tab !== FIRST_DESK.tab) params.set('tab', state.tab);
  if (state.tab === 'waiting' && state.waitingOrder !== FIRST_DESK.waitingOrder) params.set('order', state.waitingOrder);
  if (state.tab === 'all' && state.allOrder !== FIRST_DESK.allOrder) params.set('order', state.allOrder);
  if (state.status && state.tab !== 'board') params.set('status', state.status);
  if (state.category) params.set('category', state.category);
  if (state.search) params.set('q', state.search);
  if (state.after) params.set('after', state.after);
  if (state.answer) params.set('answer', state.answer);
  if (state.answer && state.to) params.set('to', state.to);
  const text = params.toString();
  return text && `?${text}`;
}

/** Another view or filter: from its first page, with nothing open. */
export function changeDesk(state: DeskState, change: Partial<DeskState>): DeskState {
  return { ...state, after: null, answer: null, to: null, ...change };
}

/** Statuses that a view can be filtered by; the board shows all of them side by side. */
export function statusesOf(tab: DeskTab): readonly ColumnWord[] {
  if (tab === 'board') return [];
  return tab === 'waiting' ? ['open', 'under-review'] : BOARD_COLUMNS;
}

/** True when something hides ideas. */
export function isNarrowed({ status, category, search }: DeskState): boolean {
  return status !== null || category !== null || search !== '';
}

/** The API's word for the order of what waits. */
export function waitingOrderOf(state: DeskState): NeedsAnswerOrder {
  return WAITING[state.waitingOrder];
}

/** The API's word for the order of everything. */
export function allOrderOf(state: DeskState): IdeaOrder {
  return ALL[state.allOrder];
}

/** The API's filter. @param categoryId of the category's slug, null for any; `statuses` null for any */
export function filterOf({ search }: DeskState, categoryId: string | null, statuses: readonly IdeaStatus[] | null): IdeaFilter {
  return {
    ...(statuses && { status: [...statuses] }),
    ...(categoryId && { category: categoryId }),
    ...(search && { search }),
  };
}

/** What a list of a view holds: the status asked for, or all it can show. */
export function statusesAsked({ tab, status }: DeskState): IdeaStatus[] | null {
  if (status) return [statusOf(status)];
  return tab === 'all' ? BOARD_COLUMNS.map(statusOf) : null;
}

/** A saved view as its address, whatever was stored: read and written anew, so that it leads nowhere but to the desk. */
export function viewOf(stored: string | null): string {
  return formatDesk(changeDesk(parseDesk(new URLSearchParams(stored ?? '')), {}));
}

/** `under-review` for `UNDER_REVIEW`; null for what has no column. */
export function columnOf(status: IdeaStatus): ColumnWord | null {
  return oneOf(BOARD_COLUMNS, statusWord(status));
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((word) => word === value) ?? null;
}
