/** What the addresses of circles say. */
export const CIRCLE_ORDERS = ['largest', 'newest', 'name'] as const;
export type CirclesOrder = (typeof CIRCLE_ORDERS)[number];

/** The API's words. */
export const ORDER_OF = { largest: 'LARGEST', newest: 'NEWEST', name: 'NAME' } as const;

export interface CirclesState {
  readonly order: CirclesOrder;
  readonly search: string;
  readonly after: string | null;
}

export function parseCircles(params: URLSearchParams): CirclesState {
  const order = CIRCLE_ORDERS.find((one) => one === params.get('order')) ?? 'largest';
  return { order, search: (params.get('q') ?? '').slice(0, 100), after: params.get('after') || null };
}

export function formatCircles({ order, search, after }: CirclesState): string {
  const params = new URLSearchParams({ ...(order !== 'largest' ? { order } : {}), ...(search ? { q: search } : {}), ...(after ? { after } : {}) });
  return params.size > 0 ? `?${params}` : '';
}

export const CIRCLE_TABS = ['feed', 'members', 'about'] as const;
export type CircleTab = (typeof CIRCLE_TABS)[number];

export interface CircleState {
  readonly tab: CircleTab;
  /** A post that a notice led to, shown before the others. */
  readonly post: string | null;
  readonly after: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function parseCircle(params: URLSearchParams): CircleState {
  const post = params.get('post');
  return { tab: CIRCLE_TABS.find((one) => one === params.get('tab')) ?? 'feed', post: post && UUID.test(post) ? post : null, after: params.get('after') || null };
}

export function formatCircle({ tab, post, after }: Partial<CircleState>): string {
  const params = new URLSearchParams({ ...(tab && tab !== 'feed' ? { tab } : {}), ...(post ? { post } : {}), ...(after ? { after } : {}) });
  return params.size > 0 ? `?${params}` : '';
}
