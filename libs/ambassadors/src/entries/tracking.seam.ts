import type { Tx } from '@fanfare/database';

/** The tracking links that an ambassador has for a mission, as pages would show them. Bound by whoever keeps them. */
export interface TrackingLinks {
  /** @returns tokens; a page shows `/r/TOKEN` */
  tokensOf(tx: Tx, missionId: string, memberId: string): Promise<readonly string[]>;
}

export const TRACKING_LINKS = Symbol('TRACKING_LINKS');
