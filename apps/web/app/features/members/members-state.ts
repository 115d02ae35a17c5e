/** What the address of the members' list says. */
export const MEMBER_ORDERS = ['newest', 'handle'] as const;
export type MembersOrder = (typeof MEMBER_ORDERS)[number];

export interface MembersState {
  readonly order: MembersOrder;
  readonly after: string | null;
}

/** The API's words. */
export const ORDER_OF = { newest: 'NEWEST', handle: 'HANDLE' } as const;

export function parseMembers(params: URLSearchParams): MembersState {
  return { order: params.get('order') === 'handle' ? 'handle' : 'newest', after: params.get('after') || null };
}

export function formatMembers({ order, after }: MembersState): string {
  const params = new URLSearchParams();
  if (order !== 'newest') params.set('order', order);
  if (after) params.set('after', after);
  const text = params.toString();
  return text && `?${text}`;
}
