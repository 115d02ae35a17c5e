import { moments as brindlebrick } from './brindlebrick/moments.js';
import type { DemoMoments } from './demo-moments.types.js';
import { moments as elivane } from './elivane/moments.js';

export type * from './demo-moments.types.js';

/** By the slug of their community. */
export const demoMoments: Readonly<Record<string, DemoMoments>> = { brindlebrick, elivane };
