import { movement as brindlebrick } from './brindlebrick/movement.js';
import type { DemoMovement } from './demo-movement.types.js';
import { movement as elivane } from './elivane/movement.js';

export type * from './demo-movement.types.js';

/** By the slug of their community. */
export const demoMovements: Readonly<Record<string, DemoMovement>> = { brindlebrick, elivane };
