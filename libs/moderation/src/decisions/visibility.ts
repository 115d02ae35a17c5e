import type { Withheld } from '../subjects/review-subjects.js';
import type { DecisionAction } from '../moderation.enums.js';
import type { DecisionRow } from './decision.row.js';

/** What each decision about a text does to it while it is in force. */
const WITHHOLDS: Readonly<Partial<Record<DecisionAction, Withheld>>> = { HOLD: 'HOLD', ASK_CHANGE: 'HIDDEN', HIDE: 'HIDDEN', REMOVE: 'REMOVED' };

const FROM_LIGHTEST: readonly Withheld[] = ['HOLD', 'HIDDEN', 'REMOVED'];

/** How a text is kept from being shown by the decisions in force about it: by the one that goes furthest. Null: it is shown. */
export function withheldBy(inForce: readonly Pick<DecisionRow, 'action' | 'scope'>[]): Withheld | null {
  const ranks = inForce.filter(({ scope }) => scope === 'TEXT').map(({ action }) => FROM_LIGHTEST.indexOf(WITHHOLDS[action] as Withheld));
  return FROM_LIGHTEST[Math.max(-1, ...ranks)] ?? null;
}
