import { matters as brindlebrick } from './brindlebrick/matters.js';
import type { DemoMatters } from './demo-matters.types.js';
import { matters as elivane } from './elivane/matters.js';

export type * from './demo-matters.types.js';

/** By the slug of their community. */
export const demoMatters: Readonly<Record<string, DemoMatters>> = { brindlebrick, elivane };
