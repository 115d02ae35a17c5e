import type { ApplicationOrder, ApplicationState } from '~/graphql/generated/documents';

export const PANEL_STATES = ['SUBMITTED', 'SELECTED', 'WAITING', 'DECLINED'] as const satisfies readonly ApplicationState[];
export type PanelTab = 'ALL' | (typeof PANEL_STATES)[number] | 'REVIEWS';
export const PANEL_ORDERS = ['RANKING', 'SUBMITTED'] as const satisfies readonly ApplicationOrder[];

/** More than three do not fit beside one another. */
export const MOST_OPEN = 3;
const ID = /^[0-9a-f-]{36}$/;

/** What the address of the panel's desk says. */
export interface PanelState {
  readonly tab: PanelTab;
  readonly order: (typeof PANEL_ORDERS)[number];
  /** Only those the reader has not marked. */
  readonly unmarked: boolean;
  /** Applications that are read beside one another. */
  readonly open: readonly string[];
  readonly after: string | null;
}

export function panelState(search: URLSearchParams): PanelState {
  const tab = (['REVIEWS', ...PANEL_STATES] as const).find((one) => one === search.get('state')) ?? 'ALL';
  return {
    tab,
    order: search.get('order') === 'SUBMITTED' ? 'SUBMITTED' : 'RANKING',
    unmarked: search.get('unmarked') === '1',
    open: [...new Set((search.get('open') ?? '').split(','))].filter((id) => ID.test(id)).slice(0, MOST_OPEN),
    after: search.get('after'),
  };
}

/** The address' query of a state: what is usual is left out. */
export function panelQuery({ tab, order, unmarked, open, after }: PanelState): string {
  const search = new URLSearchParams();
  if (tab !== 'ALL') search.set('state', tab);
  if (order !== 'RANKING') search.set('order', order);
  if (unmarked) search.set('unmarked', '1');
  if (after) search.set('after', after);
  const query = search.toString() + (open.length > 0 ? `${search.size > 0 ? '&' : ''}open=${open.join(',')}` : '');
  return query && `?${query}`;
}

/** The variables of a page of the list. */
export function panelVariables({ tab, order, unmarked, after }: PanelState) {
  const listed = tab === 'ALL' || tab === 'REVIEWS' ? null : [tab];
  return { first: 30, after, orderBy: tab === 'WAITING' ? ('WAITING_LIST' as const) : order, state: listed, unmarked: unmarked || null, reviewAsked: tab === 'REVIEWS' || null };
}

/** Beside the others, or away again; with all places taken the last one gives way. */
export function toggled(open: readonly string[], id: string): readonly string[] {
  return open.includes(id) ? open.filter((one) => one !== id) : [...open.slice(0, MOST_OPEN - 1), id];
}
