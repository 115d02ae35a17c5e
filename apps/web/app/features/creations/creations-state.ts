import type { CreationOrder } from '~/graphql/generated/documents';
import { creationsPath } from '../paths';

/** Views of the wall, by what stands in the address; the first is what an address without a word shows. */
export const WALL_ORDERS = { new: 'NEW', appreciated: 'MOST_APPRECIATED', remixed: 'MOST_REMIXED' } as const satisfies Record<string, CreationOrder>;
export type WallOrder = keyof typeof WALL_ORDERS;

export interface WallState {
  readonly order: WallOrder;
  /** Only works that play with this idea. */
  readonly idea: string | null;
  readonly after: string | null;
}

/** What an address of the wall asks for. */
export function parseWall(search: URLSearchParams): WallState {
  const asked = search.get('by') ?? '';
  const order = Object.hasOwn(WALL_ORDERS, asked) ? (asked as WallOrder) : 'new';
  return { order, idea: search.get('idea') || null, after: search.get('after') || null };
}

/** The address of a view of the wall. */
export function wallPath(slug: string, { order = 'new', idea, after }: Partial<WallState> = {}): string {
  const search = new URLSearchParams({ ...(order === 'new' ? {} : { by: order }), ...(idea ? { idea } : {}), ...(after ? { after } : {}) });
  return creationsPath(slug, search.size > 0 ? `?${search}` : '');
}
