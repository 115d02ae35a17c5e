import type { Tx } from '@fanfare/database';
import type { Actor } from '@fanfare/kernel';
import type { DecisionRow } from '../decision.row.js';

/**
 * Something that decisions do. Both run in the decision's own transaction, after its state was written, and are idempotent.
 * What is undone is as it was before, as far as other decisions in force allow.
 */
export interface Effect {
  /** @param actor who decided; null for time and machines */
  apply(tx: Tx, actor: Actor | null, decision: DecisionRow): Promise<void>;
  undo(tx: Tx, actor: Actor | null, decision: DecisionRow): Promise<void>;
}
