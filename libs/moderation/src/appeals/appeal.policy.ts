import { Problem } from '@fanfare/kernel';
import type { Appellant, DecisionAction } from '../moderation.enums.js';
import type { DecisionRow, DecisionState } from '../decisions/decision.row.js';
import type { AppealRow } from './appeal.row.js';

/** Two refused appeals about an item end the matter here. */
export const MOST_APPEALS = 2;

/** Who may go on outside, once it ended here: a certified dispute settlement body (Digital Services Act, Article 21), and the courts. */
const OUTSIDE = 'DISPUTE_SETTLEMENT_BODY COURTS';

const APPEALABLE: readonly DecisionState[] = ['IN_FORCE', 'ENDED'];

/** What decides whether somebody may appeal. */
export interface Standing {
  readonly isAffected: boolean;
  readonly isReporter: boolean;
  /** Their appeals about the item so far. */
  readonly earlier: readonly Pick<AppealRow, 'state'>[];
}

/**
 * As whom somebody appeals: against a restriction whom it affects, against a dismissal who reported.
 *
 * @throws Problem `NOT_FOUND` for whoever it does not concern, `NOT_ALLOWED` for what is in their favour, `NOT_IN_FORCE`, `APPEAL_TOO_LATE`,
 * `ALREADY_APPEALED`, `APPEALS_EXHAUSTED` with the bodies outside that remain
 */
export function requireAppealable(decision: Pick<DecisionRow, 'action' | 'state' | 'appealUntil'>, { isAffected, isReporter, earlier }: Standing, now: Date): Appellant {
  if (!isAffected && !isReporter) throw new Problem('NOT_FOUND', { what: 'decision' });
  const dismisses = decision.action === 'KEEP';
  if (dismisses ? !isReporter : !isAffected) throw new Problem('NOT_ALLOWED');
  if (!APPEALABLE.includes(decision.state)) throw new Problem('NOT_IN_FORCE', { state: decision.state });
  if (earlier.some(({ state }) => state === 'OPEN')) throw new Problem('ALREADY_APPEALED');
  if (earlier.length >= MOST_APPEALS) throw new Problem('APPEALS_EXHAUSTED', { outside: OUTSIDE });
  if (decision.appealUntil === null || decision.appealUntil < now) throw new Problem('APPEAL_TOO_LATE', { until: decision.appealUntil?.toISOString() ?? null });
  return dismisses ? 'REPORTER' : 'AFFECTED';
}

const WEIGHT: Readonly<Record<DecisionAction, number>> = { KEEP: 0, LABEL: 1, WARN: 2, HOLD: 3, ASK_CHANGE: 3, MUTE: 4, HIDE: 4, REMOVE: 5, SUSPEND: 6, BAN: 7 };

type Weighed = Pick<DecisionRow, 'action' | 'endsAt'>;

/** Whether one decision weighs more than the other: what it does, then how long. Whoever appeals against what restricts them is not worse off. */
export function isHeavier(one: Weighed, other: Weighed): boolean {
  if (one.action !== other.action) return WEIGHT[one.action] > WEIGHT[other.action];
  return (one.endsAt?.getTime() ?? Infinity) > (other.endsAt?.getTime() ?? Infinity);
}
