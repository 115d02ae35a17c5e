import type { DemoCommunity } from './demo-content.types.js';
import { brindlebrick } from './brindlebrick/community.js';
import { elivane } from './elivane/community.js';

export type * from './demo-content.types.js';

/** The two invented brands a fresh installation shows. */
export const demoCommunities: DemoCommunity[] = [brindlebrick, elivane];
