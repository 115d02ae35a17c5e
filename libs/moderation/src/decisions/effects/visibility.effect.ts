import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import type { Actor } from '@fanfare/kernel';
import { ReviewSubjects } from '../../subjects/review-subjects.js';
import type { DecisionRow } from '../decision.row.js';
import { DecisionsStore } from '../decisions.store.js';
import { withheldBy } from '../visibility.js';
import type { Effect } from './effect.js';

const WAITS = `SELECT FROM review_items WHERE subject_kind = $1 AND subject_id = $2 AND state <> 'DECIDED'`;

/**
 * A text is shown as the decisions in force about it say, in whatever order they came, fell and ended: KEEP shows it, ASK_CHANGE
 * and HIDE hide it, HOLD holds it, REMOVE removes it.
 */
@Injectable()
export class VisibilityEffect implements Effect {
  constructor(
    private readonly store: DecisionsStore,
    private readonly subjects: ReviewSubjects,
  ) {}

  apply(tx: Tx, actor: Actor | null, decision: DecisionRow): Promise<void> {
    return this.settle(tx, actor, decision);
  }

  /** What a hold held is shown when it is over, whether or not somebody has looked. */
  undo(tx: Tx, actor: Actor | null, decision: DecisionRow): Promise<void> {
    return this.settle(tx, actor, decision, decision.action === 'HOLD');
  }

  private async settle(tx: Tx, actor: Actor | null, { scope, subjectKind, subjectId }: DecisionRow, held = false): Promise<void> {
    if (scope !== 'TEXT') return;
    const room = this.subjects.of(subjectKind);
    const subject = (await room.load(tx, [subjectId])).get(subjectId);
    if (!subject) return; // its author erased it: nothing is left to show
    const wanted = withheldBy(await this.store.inForceOn(tx, { subjectKind, subjectId }));
    if (wanted === subject.withheld) return;
    if (wanted === null && !held && subject.withheld === 'HOLD' && (await waits(tx, subjectKind, subjectId))) return;
    if (subject.withheld !== null) await room.release(tx, actor, subjectId);
    if (wanted !== null) await room.withhold(tx, actor, subjectId, wanted);
  }
}

/** Whether a hold stands in front of the queue: it ends with a decision about what waits there. */
async function waits(tx: Tx, kind: string, subjectId: string): Promise<boolean> {
  return (await rowsOf(tx, WAITS, [kind, subjectId])).length > 0;
}
